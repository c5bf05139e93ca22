-- Views folded from the platform's events. Money in fen, prices in fen per tonne.

-- How far each topic is folded in; the same transaction as every view below.
create table topic_progress (
    topic         text        not null,
    partition     integer     not null,
    events        bigint      not null,
    last_sequence bigint      not null,
    last_at       timestamptz not null,
    primary key (topic, partition)
) with (fillfactor = 50);

create table public_trade (
    market   text        not null,
    number   bigint      not null,
    day      date        not null,
    product  text        not null,
    method   text        not null,
    price    bigint      not null,
    quantity bigint      not null,
    amount   bigint      not null,
    taker    text        not null,
    at       timestamptz not null,
    primary key (market, number)
);
create index public_trade_product on public_trade (market, product, number);
create index public_trade_day on public_trade (market, day, number);

-- One product's day: as opened, as folded from trades, as stated at the close.
create table sheet (
    market                text   not null,
    day                   date   not null,
    product               text   not null,
    opened_previous_close bigint,
    first_number          bigint,
    first_price           bigint,
    last_number           bigint,
    last_price            bigint,
    high                  bigint,
    low                   bigint,
    trades                bigint not null default 0,
    listed_volume         bigint not null default 0,
    listed_amount         bigint not null default 0,
    block_volume          bigint not null default 0,
    block_amount          bigint not null default 0,
    auction_volume        bigint not null default 0,
    auction_amount        bigint not null default 0,
    closed                boolean not null default false,
    closed_previous_close bigint,
    closed_open           bigint,
    closed_high           bigint,
    closed_low            bigint,
    closed_close          bigint,
    closed_trades         bigint,
    closed_volume         bigint,
    closed_amount         bigint,
    closed_listed_volume  bigint,
    closed_listed_amount  bigint,
    primary key (market, day, product)
) with (fillfactor = 70);

-- The newest quote of each product, as it was published.
create table quote (
    market  text   not null,
    product text   not null,
    as_of   bigint not null,
    quote   text   not null,
    primary key (market, product)
) with (fillfactor = 50);
