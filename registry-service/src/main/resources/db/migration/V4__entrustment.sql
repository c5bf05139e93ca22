-- The door into and out of trading.

create table entrustment (
    entrustment  text collate "C" primary key,
    posting      bigint      not null unique references posting,
    account      text collate "C" not null,
    product      text collate "C" not null,
    tonnes       bigint      not null check (tonnes > 0),
    market       text        not null,
    entrusted_at timestamptz not null
);

create index entrustment_by_account on entrustment (account, posting);

-- What a market let go of. WAITING: bought allowances whose delivery has not come through yet.
create table trading_return (
    release     text collate "C" primary key,
    account     text collate "C" not null,
    product     text collate "C" not null,
    tonnes      bigint      not null check (tonnes > 0),
    market      text        not null,
    state       text        not null check (state in ('RETURNED', 'WAITING')),
    released_at timestamptz not null
);

create index trading_return_waiting on trading_return (account, product) where state = 'WAITING';
