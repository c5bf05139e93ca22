-- Freezes by order of a court or the regulator, transfers without a trade, voluntary cancellation.

create sequence freeze_number;

create table freeze_order (
    code        text collate "C" primary key,
    number      bigint      not null unique,
    account     text collate "C" not null references account,
    product     text collate "C" not null references product,
    market      text        not null,
    tonnes      bigint      not null check (tonnes > 0),
    frozen      bigint      not null check (frozen >= 0 and frozen <= tonnes),
    reason      text        not null,
    document    text        not null,
    state       text        not null
        check (state in ('PROPOSED', 'IN_FORCE', 'LIFT_PROPOSED', 'LIFTED')),
    proposed_by text        not null,
    proposed_at timestamptz not null,
    approved_by text,
    approved_at timestamptz,
    lift_document text,
    lift_proposed_by text,
    lift_proposed_at timestamptz,
    lifted_by   text,
    lifted_at   timestamptz,
    check (approved_by <> proposed_by),
    check (lifted_by <> lift_proposed_by)
);

create index freeze_by_account on freeze_order (account, number);

-- A release that answers a recall is frozen as long as the freeze behind it is in force.
alter table trading_return add column recall text collate "C";

-- The defences of transfers, as dated rules.
create table transfer_rules (
    valid_from            date    primary key,
    proposal_days         integer not null,
    trusted_working_days  integer not null,
    delay_hours           integer not null,
    off_list_cap          bigint  not null,
    daily_limit           bigint  not null,
    opens_at              time    not null,
    closes_at             time    not null
);

insert into transfer_rules values ('2021-01-01', 2, 4, 26, 100000, 1000000, '09:00', '17:00');

-- Days that are working days although of a weekend, or the other way round.
create table calendar_exception (
    day     date    primary key,
    working boolean not null
);

create table trusted_account (
    account      text collate "C" not null references account,
    trusted      text collate "C" not null references account,
    proposed_by  text        not null,
    proposed_at  timestamptz not null,
    approved_by  text,
    approved_at  timestamptz,
    effective_on date,
    primary key (account, trusted),
    check (account <> trusted),
    check (approved_by <> proposed_by),
    check ((approved_by is null) = (effective_on is null))
);

create sequence transfer_number;

create table transfer (
    transfer    text collate "C" primary key,
    number      bigint      not null unique,
    account     text collate "C" not null references account,
    receiver    text collate "C" not null references account,
    product     text collate "C" not null references product,
    tonnes      bigint      not null check (tonnes > 0),
    kind        text        not null check (kind in ('INHERITANCE', 'MERGER', 'COURT_ORDER')),
    document    text        not null,
    state       text        not null
        check (state in ('PROPOSED', 'APPROVED', 'ACCEPTED', 'EXECUTED', 'REFUSED')),
    proposed_by text        not null,
    proposed_at timestamptz not null,
    expires_at  timestamptz not null,
    approved_by text,
    approved_at timestamptz,
    not_before  timestamptz,
    accepted_by text,
    accepted_at timestamptz,
    executed_by text,
    executed_at timestamptz,
    posting     bigint references posting,
    check (account <> receiver),
    check (approved_by <> proposed_by)
);

create index transfer_by_account on transfer (account, number);
create index transfer_by_receiver on transfer (receiver, number);

create sequence cancellation_number;

create table cancellation (
    cancellation text collate "C" primary key,
    number       bigint      not null unique,
    account      text collate "C" not null references account,
    product      text collate "C" not null references product,
    tonnes       bigint      not null check (tonnes > 0),
    beneficiary  text        not null,
    reason       text        not null,
    state        text        not null check (state in ('PROPOSED', 'CANCELLED')),
    proposed_by  text        not null,
    proposed_at  timestamptz not null,
    expires_at   timestamptz not null,
    approved_by  text,
    cancelled_at timestamptz,
    posting      bigint references posting,
    check (approved_by <> proposed_by)
);

create index cancellation_by_account on cancellation (account, number);
