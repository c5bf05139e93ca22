-- The subjects that may hold allowances, and what may be held. Codes sort by bytes everywhere
-- (collate "C"), so that the database and the program lock rows in the same order.

create table account (
    account       text collate "C" primary key,
    version       bigint      not null check (version >= 1),
    name          text        not null,
    kind          text        not null check (kind in ('KEY_EMITTING_UNIT', 'INSTITUTION', 'INDIVIDUAL')),
    state         text        not null check (state in ('PENDING', 'ACTIVE', 'RESTRICTED', 'CLOSED')),
    province      text,
    sector        text,
    control_group text,
    recorded_at   timestamptz not null,
    recorded_by   text        not null
);

-- Every state an account has had: nothing of the legal record is overwritten.
create table account_history (
    account       text collate "C" not null references account,
    version       bigint      not null,
    state         text        not null,
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    primary key (account, version)
);

create sequence account_number;

create table product (
    product       text collate "C" primary key,
    kind          text        not null check (kind in ('ALLOWANCE', 'CREDIT')),
    vintage_from  integer     not null,
    vintage_to    integer     not null,
    tradable_from date,
    tradable_to   date,
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    check (vintage_from <= vintage_to),
    check (tradable_from <= tradable_to)
);
