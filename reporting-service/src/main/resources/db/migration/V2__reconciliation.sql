-- The books as reporting folds them: sums, counts and least values only, so that the order in
-- which topics arrive does not matter. Tonnes, or fen where the item is CNY.
create table movement (
    account text   not null,
    item    text   not null,
    market  text   not null,            -- empty where a movement belongs to no market
    kind    text   not null,
    amount  bigint not null,
    primary key (account, item, market, kind)
) with (fillfactor = 70);

-- Value handed from its owner to a market's engine and back: one row per number, both sides' word.
create table hand_over (
    way         text    not null,
    number      text    not null,
    account     text    not null,
    item        text    not null,
    given       text,                   -- account, item, amount and market as the giver says
    given_times integer not null default 0,
    taken       text,                   -- and as the taker says
    taken_times integer not null default 0,
    agreed      boolean generated always as
        (given_times = 1 and taken_times = 1 and given is not distinct from taken) stored,
    primary key (way, number)
) with (fillfactor = 70);
create index hand_over_open on hand_over (way, number) where not agreed;

-- The life of each trade in the words of trading, settlement and the registry. What is written by
-- two of them is kept as both wrote it, to be compared.
create table trade_life (
    market          text    not null,
    number          bigint  not null,
    product         text,
    buyer           text,
    seller          text,
    traded          text,               -- terms, as published
    traded_times    integer not null default 0,
    executed        text,               -- the same terms on the private side
    executed_times  integer not null default 0,
    parties         text,               -- what is to be settled, by execution
    lock_leg        text,               -- what is to be locked, by execution
    delivery_leg    text,               -- what is to be delivered, by execution
    ended           text,               -- as settled or failed
    settled_times   integer not null default 0,
    failed_times    integer not null default 0,
    failed_locked   boolean not null default false,
    locked          text,
    locked_times    integer not null default 0,
    rejected_times  integer not null default 0,
    delivered       text,
    delivered_times integer not null default 0,
    undone          text,
    undone_times    integer not null default 0,
    done boolean generated always as (
        traded_times = 1 and executed_times = 1 and traded is not distinct from executed
        and settled_times + failed_times = 1 and ended is not distinct from parties
        and locked_times = case when settled_times = 1 or failed_locked then 1 else 0 end
        and (locked_times = 0 or locked is not distinct from lock_leg)
        and delivered_times = settled_times
        and (delivered_times = 0 or delivered is not distinct from delivery_leg)
        and undone_times = case when failed_locked then 1 else 0 end
        and (undone_times = 0 or undone is not distinct from lock_leg)
    ) stored,
    primary key (market, number)
) with (fillfactor = 50);
create index trade_life_open on trade_life (market, number) where not done;

-- A day's executions, as folded.
create table executed_day (
    market      text   not null,
    day         date   not null,
    trades      bigint not null,
    volume      bigint not null,
    amount      bigint not null,
    fees        bigint not null,
    last_number bigint not null,
    primary key (market, day)
);

-- What trades moved between accounts inside a market's engine, by trading day.
create table traded_position (
    account text   not null,
    item    text   not null,
    market  text   not null,
    day     date   not null,
    amount  bigint not null,
    primary key (account, item, market, day)
) with (fillfactor = 70);

-- The day as trading closed it and as settlement cleared it.
create table trading_day (
    market         text    not null,
    day            date    not null,
    closed         text,
    closed_times   integer not null default 0,
    last_number    bigint,
    trades         bigint,
    volume         bigint,
    amount         bigint,
    cleared        text,
    cleared_times  integer not null default 0,
    ends           bigint,
    failed         bigint,
    fees           bigint,
    broken         text,
    primary key (market, day)
);

-- The newest statement of what the engine holds, beside what credits and releases came to at
-- that very event. The account's trades are added when the two are compared.
create table stated_position (
    account  text   not null,
    item     text   not null,
    market   text   not null,
    day      date   not null,
    stated   bigint not null,
    credited bigint not null,
    primary key (account, item, market)
) with (fillfactor = 70);

-- What was wrong with an event by itself, found when it was folded in.
create table fault (
    invariant text not null,
    subject   text not null,
    expected  text not null,
    found     text not null,
    evidence  text not null,
    primary key (invariant, subject)
);
