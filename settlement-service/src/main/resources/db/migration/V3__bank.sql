-- What the settlement banks confirmed. A bank's reference is accepted once, whichever way it goes.
create table bank_confirmation (
    bank_reference text primary key,
    direction      text   not null check (direction in ('DEPOSIT', 'WITHDRAWAL')),
    account        text collate "C" not null,
    fen            bigint not null check (fen > 0),
    posting        bigint not null references posting,
    confirmed_at   timestamptz not null
);

create table withdrawal (
    withdrawal     text primary key,
    account        text collate "C" not null,
    fen            bigint not null check (fen > 0),
    state          text   not null check (state in ('REQUESTED', 'PAID', 'REFUSED')),
    requested_by   text   not null,
    requested_at   timestamptz not null,
    decided_by     text,
    decided_at     timestamptz,
    bank_reference text
);
