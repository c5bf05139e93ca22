-- Allocation by formula. A determination is computed from a file of units, approved by a second
-- person, and posted entity by entity, so that a run that was stopped goes on where it was.

create sequence determination_number;

create table determination (
    determination    text collate "C" primary key,
    number           bigint      not null unique,
    stage            text        not null check (stage in ('PRE_ALLOCATION', 'FINAL')),
    rule_set         text collate "C" not null,
    rule_set_version integer     not null,
    year             integer     not null,
    product          text collate "C" not null references product,
    document         text        not null,
    state            text        not null check (state in ('PREVIEWED', 'APPROVED', 'POSTED')),
    units            integer     not null check (units > 0),
    entities         integer     not null check (entities > 0),
    due              bigint      not null check (due >= 0),
    filed_by         text        not null,
    filed_at         timestamptz not null,
    approved_by      text        check (approved_by <> filed_by),
    approved_at      timestamptz,
    posted_at        timestamptz,
    foreign key (rule_set, rule_set_version) references rule_set_version,
    check ((state = 'PREVIEWED') = (approved_by is null)),
    check ((state = 'POSTED') = (posted_at is not null))
);

create table determined_unit (
    determination text collate "C" not null references determination,
    line          bigint  not null,
    unit          text    not null,
    account       text collate "C" not null,
    unit_class    text    not null,
    emissions     bigint  not null,
    factor        numeric not null,
    due           bigint  not null check (due >= 0),
    working       text    not null,
    primary key (determination, line)
);

create table determined_entity (
    determination text collate "C" not null references determination,
    account       text collate "C" not null references account,
    first_line    bigint  not null,
    units         integer not null,
    units_due     bigint  not null,
    emissions     bigint  not null,
    deducted      bigint  not null,
    due           bigint  not null check (due >= 0),
    issued_before bigint  not null,
    state         text    not null check (state in ('WAITING', 'POSTED', 'REFUSED')),
    moved         bigint,
    short         bigint  not null default 0 check (short >= 0),
    posting       bigint references posting,
    held_by       text collate "C" references account,
    cause         text,
    primary key (determination, account),
    check ((state = 'WAITING') = (moved is null))
);

create index determined_entity_waiting on determined_entity (determination, account)
    where state = 'WAITING';

create index determined_entity_by_account on determined_entity (account);

-- What an entity has of a year's product by determinations. Every posting moves it to what is due,
-- so that whatever is posted again moves nothing.
create table allocation_position (
    account text collate "C" not null references account,
    product text collate "C" not null references product,
    year    integer not null,
    tonnes  bigint  not null default 0 check (tonnes >= 0),
    final   boolean not null default false,
    primary key (account, product, year)
);

-- Whose unit it is for a year's product; a unit is allocated to one entity.
create table determined_unit_owner (
    unit    text    not null,
    product text collate "C" not null,
    year    integer not null,
    account text collate "C" not null references account,
    primary key (unit, product, year)
);

create index determined_unit_by_owner on determined_unit_owner (account, product, year);
