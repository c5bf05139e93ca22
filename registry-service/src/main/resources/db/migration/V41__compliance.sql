-- Each unit's yearly duty, what it surrendered, and what follows when it falls short.

create table obligation (
    account    text collate "C" not null references account,
    year       integer     not null,
    version    bigint      not null,
    verified   bigint      not null check (verified >= 0),
    obligation bigint      not null check (obligation >= 0),
    surrendered bigint     not null check (surrendered >= 0),
    offsets    bigint      not null check (offsets >= 0),
    deducted   bigint      not null check (deducted >= 0),
    deadline   date        not null,
    missed     boolean     not null,
    state      text        not null
        check (state in ('OPEN', 'PARTLY_SURRENDERED', 'FULFILLED', 'OVERDUE')),
    changed_at timestamptz not null,
    primary key (account, year)
);

create index obligation_by_year on obligation (year, account);
create index obligation_overdue on obligation (account) where state = 'OVERDUE';

-- Every state an obligation has had.
create table obligation_history (
    account     text collate "C" not null,
    year        integer     not null,
    version     bigint      not null,
    verified    bigint      not null,
    obligation  bigint      not null,
    surrendered bigint      not null,
    offsets     bigint      not null,
    deducted    bigint      not null,
    state       text        not null,
    changed_at  timestamptz not null,
    primary key (account, year, version)
);

create trigger obligation_history_is_append_only before update or delete or truncate
    on obligation_history for each statement execute function refuse_change();

create table surrender (
    posting        bigint primary key references posting,
    account        text collate "C" not null,
    year           integer     not null,
    holder         text collate "C" not null,
    product        text collate "C" not null,
    tonnes         bigint      not null check (tonnes > 0),
    retirement     text collate "C" references retirement,
    surrendered_at timestamptz not null,
    surrendered_by text        not null,
    foreign key (account, year) references obligation
);

create index surrender_by_account on surrender (account, posting);

create trigger surrender_is_append_only before update or delete or truncate on surrender
    for each statement execute function refuse_change();

create sequence compliance_notice_number;

create table compliance_notice (
    notice        text collate "C" primary key,
    number        bigint      not null unique,
    account       text collate "C" not null,
    year          integer     not null,
    shortfall     bigint      not null check (shortfall > 0),
    average_fen   bigint,
    fine_from_fen bigint,
    fine_to_fen   bigint,
    deduction_year integer,
    issued_at     timestamptz not null,
    issued_by     text        not null,
    unique (account, year),
    foreign key (account, year) references obligation
);

create trigger compliance_notice_is_append_only before update or delete or truncate
    on compliance_notice for each statement execute function refuse_change();

create table deduction (
    account        text collate "C" not null,
    year           integer     not null,
    deduction_year integer     not null,
    tonnes         bigint      not null check (tonnes > 0),
    ordered_at     timestamptz not null,
    ordered_by     text        not null,
    primary key (account, year),
    foreign key (account, year) references obligation
);

create index deduction_by_year on deduction (deduction_year, account);

create trigger deduction_is_append_only before update or delete or truncate on deduction
    for each statement execute function refuse_change();

-- What trading published: each day's trades, voided ones taken out, and how far they are known.
create table traded_day (
    market     text    not null,
    day        date    not null,
    product    text collate "C" not null,
    tonnes     bigint  not null,
    amount_fen bigint  not null,
    primary key (market, day, product)
);

create table traded_market (
    market     text primary key,
    last_trade bigint not null
);

create table closed_day (
    market     text   not null,
    day        date   not null,
    last_trade bigint not null,
    primary key (market, day)
);
