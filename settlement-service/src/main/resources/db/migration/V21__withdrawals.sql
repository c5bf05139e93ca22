-- Withdrawals are ordered from the bank and final when it says so; large ones need two approvals.
alter table withdrawal drop constraint withdrawal_state_check;
alter table withdrawal
    add constraint withdrawal_state_check check (state in
        ('REQUESTED', 'HELD', 'ORDERED', 'PAID', 'REFUSED', 'REJECTED')),
    add column posting           bigint,
    add column first_approved_by text,
    add column first_approved_at timestamptz,
    add column payment_order     text,
    add column reason            text;

update withdrawal set posting = substring(withdrawal from 4)::bigint;
alter table withdrawal alter column posting set not null, add unique (posting);
create index withdrawal_by_account on withdrawal (account, posting);

-- While a hold stands, nothing of the account is paid out (sanctions, court orders, doubts).
create table withdrawal_hold (
    number    bigint generated always as identity primary key,
    account   text collate "C" not null,
    reason    text not null,
    placed_by text not null,
    placed_at timestamptz not null,
    lifted_by text,
    lifted_at timestamptz
);

create unique index withdrawal_hold_standing on withdrawal_hold (account) where lifted_at is null;

-- Bank accounts in the participants' own names; the newest approved one is paid to.
create table payee (
    number      bigint generated always as identity primary key,
    account     text collate "C" not null,
    holder      text not null,
    bank_number text not null,
    bic         text not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    approved_by text,
    approved_at timestamptz
);

create index payee_by_account on payee (account, number);

-- Payment orders as they were issued to the bank. A withdrawal is ordered once.
create table bank_order (
    message       text primary key,
    posting       bigint not null unique,
    withdrawal    text   not null unique references withdrawal,
    account       text collate "C" not null,
    fen           bigint not null check (fen > 0),
    execution_day date   not null,
    state         text   not null check (state in ('ISSUED', 'PAID', 'REJECTED')),
    content       bytea  not null,
    issued_at     timestamptz not null
);

create index bank_order_by_state on bank_order (state, posting);
