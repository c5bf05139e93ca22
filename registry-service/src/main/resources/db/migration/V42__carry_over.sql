-- Old vintages that go into a later one, and those that lapse.

create sequence carry_over_number;

create table carry_over (
    carry_over text collate "C" primary key,
    number     bigint      not null unique,
    account    text collate "C" not null references account,
    year       integer     not null,
    product    text collate "C" not null references product,
    into_product text collate "C" not null references product,
    tonnes     bigint      not null check (tonnes > 0),
    state      text        not null check (state in ('FILED', 'CARRIED', 'REFUSED')),
    filed_at   timestamptz not null,
    filed_by   text        not null,
    decided_at timestamptz,
    decided_by text,
    posting    bigint references posting,
    check ((state = 'FILED') = (decided_by is null and decided_at is null)),
    check (decided_by <> filed_by)
);

create index carry_over_by_account on carry_over (account, year);

create sequence lapse_number;

create table lapse (
    lapse       text collate "C" primary key,
    year        integer     not null,
    document    text        not null,
    state       text        not null check (state in ('PROPOSED', 'APPROVED')),
    proposed_at timestamptz not null,
    proposed_by text        not null,
    approved_at timestamptz,
    approved_by text,
    check ((state = 'APPROVED') = (approved_by is not null and approved_at is not null)),
    check (approved_by <> proposed_by)
);
