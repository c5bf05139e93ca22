-- The double-entry ledger. Postings and entries are only ever added; balances are derived from them.

create table posting (
    number        bigint primary key check (number >= 1),
    reason        text        not null,
    document      text        not null,
    actor         text        not null,
    posted_at     timestamptz not null,
    previous_hash bytea       not null check (octet_length(previous_hash) = 32),
    hash          bytea       not null check (octet_length(hash) = 32)
);

-- A bucket is null for a system account. Amounts are fen.
create table entry (
    posting bigint   not null references posting,
    line    smallint not null check (line >= 1),
    place   text collate "C" not null,
    bucket  text check (bucket in ('AVAILABLE', 'IN_TRADING', 'FROZEN')),
    purpose text     not null check (purpose in ('PRINCIPAL', 'FEE')),
    fen     bigint   not null check (fen <> 0),
    primary key (posting, line)
);

create index entry_by_account on entry (place, posting) where bucket is not null;

-- The end of the chain; locked by whoever appends to it, always as the last lock taken.
create table chain_head (
    only_row boolean primary key default true check (only_row),
    number   bigint not null,
    hash     bytea  not null
);

insert into chain_head (number, hash) values (0, decode(repeat('00', 32), 'hex'));

-- Room on each page keeps the many updates of a busy account on it.
create table balance (
    account    text collate "C" primary key,
    available  bigint not null default 0 check (available >= 0),
    in_trading bigint not null default 0 check (in_trading >= 0),
    frozen     bigint not null default 0 check (frozen >= 0)
) with (fillfactor = 50);

-- Client money is apart from the platform's own: CLIENT_BANK is the banks' side of the former,
-- the negative of all money here; FEES and RISK_RESERVE are the platform's own.
create table system_balance (
    name text primary key,
    fen  bigint not null default 0,
    check (case name when 'CLIENT_BANK' then fen <= 0 else fen >= 0 end)
) with (fillfactor = 50);

insert into system_balance (name) values ('CLIENT_BANK'), ('FEES'), ('RISK_RESERVE');

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only: % on % is refused', tg_op, tg_table_name;
end $$;

create trigger posting_is_append_only before update or delete or truncate on posting
    for each statement execute function refuse_change();
create trigger entry_is_append_only before update or delete or truncate on entry
    for each statement execute function refuse_change();

-- Whatever a program does, entries that do not sum to zero do not get in.
create function refuse_unbalanced() returns trigger language plpgsql as $$
begin
    if exists (select from added group by posting having sum(fen) <> 0) then
        raise exception 'a posting must sum to zero';
    end if;
    return null;
end $$;

create trigger entries_sum_to_zero after insert on entry
    referencing new table as added
    for each statement execute function refuse_unbalanced();
