-- The bank's end-of-day statements; one of each day stands.
create table bank_statement (
    day         date   primary key,
    message     text   not null,
    opening     bigint not null check (opening >= 0),
    closing     bigint not null check (closing >= 0),
    received_at timestamptz not null,
    received_by text   not null
);

create table bank_statement_entry (
    day            date   not null references bank_statement,
    line           int    not null check (line >= 1),
    bank_reference text   not null,
    direction      text   not null check (direction in ('DEPOSIT', 'WITHDRAWAL')),
    fen            bigint not null check (fen > 0),
    primary key (day, line)
);

create unique index bank_confirmation_by_posting on bank_confirmation (posting);

-- The ledger's bank account, entry by entry, by the bank's booking day where the bank told it.
create view ledger_at_bank as
select coalesce(c.bank_reference, p.document) as bank_reference,
       case when e.fen < 0 then 'DEPOSIT' else 'WITHDRAWAL' end as direction,
       c.account,
       abs(e.fen) as fen,
       coalesce(c.booked_on, (p.posted_at at time zone 'Asia/Shanghai')::date) as day
from entry e
join posting p on p.number = e.posting
left join bank_confirmation c on c.posting = e.posting
where e.place = 'CLIENT_BANK';
