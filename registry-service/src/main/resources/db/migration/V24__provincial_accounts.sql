-- Which account keeps a province's withheld allowances; the newest row of a province counts.

create table provincial_account (
    number      bigint generated always as identity primary key,
    province    text        not null,
    account     text collate "C" not null references account,
    recorded_by text        not null,
    recorded_at timestamptz not null
);

create index provincial_account_newest on provincial_account (province, recorded_at desc, number desc);

create trigger provincial_account_is_append_only before update or delete or truncate on provincial_account
    for each statement execute function refuse_change();

-- What is kept there for whom, until two persons release it.

create sequence keeping_number;

create table keeping (
    keeping     text collate "C" primary key default 'KE-' || nextval('keeping_number'),
    entity      text collate "C" not null references account,
    provincial  text collate "C" not null references account,
    product     text collate "C" not null references product,
    tonnes      bigint      not null check (tonnes > 0),
    posting     bigint      not null unique references posting,
    state       text        not null default 'KEPT' check (state in ('KEPT', 'PROPOSED', 'RELEASED')),
    proposed_by text,
    proposed_at timestamptz,
    released_by text        check (released_by <> proposed_by),
    released_at timestamptz,
    surrendered bigint,
    released    bigint,
    check ((state = 'KEPT') = (proposed_by is null)),
    check ((state = 'RELEASED') = (released_by is not null)),
    check (surrendered + released = tonnes)
);

create index keeping_of_entity on keeping (entity, product) where state <> 'RELEASED';
