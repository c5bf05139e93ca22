-- Every file the bank sent that was taken, as it came: what was booked can be shown from it.
create table bank_message (
    number      bigint generated always as identity primary key,
    kind        text   not null check (kind in ('CREDIT_NOTIFICATION', 'PAYMENT_STATUS', 'DAY_STATEMENT')),
    message     text   not null,
    digest      bytea  not null unique check (octet_length(digest) = 32),
    content     bytea  not null,
    received_at timestamptz not null,
    received_by text   not null,
    deliveries  bigint not null default 1
);

-- Where the bank contradicted itself: nothing was booked, an operator clears it with the bank.
create table bank_discrepancy (
    number         bigint generated always as identity primary key,
    kind           text   not null,
    bank_reference text   not null,
    expected       text   not null,
    received       text   not null,
    source         text   not null,
    found_at       timestamptz not null,
    times          bigint not null default 1,
    resolved_at    timestamptz,
    resolved_by    text,
    resolution     text,
    unique (kind, bank_reference, received)
);

create index bank_discrepancy_open on bank_discrepancy (number) where resolved_at is null;

-- The bank's booking day, where its message told it.
alter table bank_confirmation add column booked_on date;

-- The bank's side of the ledger, for the comparison with its statements.
create index entry_at_bank on entry (posting) where place = 'CLIENT_BANK';
