create table entrustment (
    entrustment  text primary key,
    posting      bigint not null unique references posting,
    account      text collate "C" not null,
    fen          bigint not null check (fen > 0),
    market       text   not null,
    entrusted_at timestamptz not null
);

create index entrustment_by_account on entrustment (account, posting);

-- What markets let go of; the release's number makes a doubled one harmless.
create table trading_return (
    release     text primary key,
    account     text collate "C" not null,
    fen         bigint not null check (fen > 0),
    market      text   not null,
    returned_at timestamptz not null
);
