-- One instruction per trade, and the time of each of its steps.
create table instruction (
    market       text   not null,
    trade        bigint not null check (trade >= 1),
    day          date   not null,
    product      text   not null,
    tonnes       bigint not null check (tonnes > 0),
    fen          bigint not null check (fen > 0),
    buyer        text collate "C" not null,
    seller       text collate "C" not null,
    buyer_fee    bigint not null check (buyer_fee >= 0),
    seller_fee   bigint not null check (seller_fee >= 0),
    state        text   not null check (state in
                     ('REQUESTED', 'LOCKED', 'REJECTED', 'SETTLED', 'FAILED', 'DELIVERED', 'UNDONE')),
    cause        text,
    requested_at timestamptz not null,
    answered_at  timestamptz,
    ended_at     timestamptz,
    delivered_at timestamptz,
    primary key (market, trade)
) with (fillfactor = 70);

create index instruction_by_day on instruction (market, day);
-- Answered, but an earlier trade is not: they wait for their turn.
create index instruction_in_turn on instruction (market, trade)
    where state in ('LOCKED', 'REJECTED');

-- Payments run in trade order: the next trade to pay, one row per market, the first lock taken.
create table payment_order (
    market     text primary key,
    next_trade bigint not null
);

insert into payment_order (market, next_trade) values ('CN', 1), ('HB', 1), ('GD', 1);
