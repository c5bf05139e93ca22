-- A trading day as trading closed it and as settlement cleared it.
create table trading_day (
    market     text   not null,
    day        date   not null,
    state      text   not null check (state in ('CLOSED', 'CLEARED', 'BROKEN')),
    trades     bigint not null,
    tonnes     bigint not null,
    fen        bigint not null,
    last_trade bigint not null,
    fees       bigint not null default 0,
    settled    bigint not null default 0,
    failed     bigint not null default 0,
    breaks     text   not null default '',
    products   jsonb  not null,
    closed_at  timestamptz not null,
    cleared_at timestamptz,
    primary key (market, day)
);
