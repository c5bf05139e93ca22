-- States of the engines: shortcuts for recovery, never the truth (that is the market log).
CREATE TABLE engine_snapshot (
    market text NOT NULL,
    position bigint NOT NULL,
    hash text NOT NULL,
    bytes bytea NOT NULL,
    saved_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (market, position)
);

-- Everything below is a projection of published events, for queries; prices and amounts in fen.
CREATE TABLE market_order (
    id text PRIMARY KEY,
    market text NOT NULL,
    position bigint NOT NULL,
    account text NOT NULL,
    product text NOT NULL,
    side text NOT NULL,
    price bigint NOT NULL,
    quantity bigint NOT NULL,
    time_in_force text,
    day date,
    filled bigint NOT NULL,
    filled_amount bigint NOT NULL,
    remaining bigint NOT NULL,
    state text NOT NULL,
    rejection text,
    detail text,
    entered_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX market_order_position ON market_order (market, position DESC);
CREATE INDEX market_order_account ON market_order (market, account, position DESC);
CREATE INDEX market_order_open ON market_order (market, account)
    WHERE state IN ('RESTING', 'PARTLY_FILLED');

CREATE TABLE market_trade (
    id text PRIMARY KEY,
    market text NOT NULL,
    sequence bigint NOT NULL,
    day date NOT NULL,
    product text NOT NULL,
    method text NOT NULL,
    price bigint NOT NULL,
    quantity bigint NOT NULL,
    amount bigint NOT NULL,
    taker text NOT NULL,
    at timestamptz NOT NULL
);
CREATE UNIQUE INDEX market_trade_sequence ON market_trade (market, sequence DESC);
CREATE INDEX market_trade_product ON market_trade (market, product, sequence DESC);

CREATE TABLE market_execution (
    id text PRIMARY KEY,
    market text NOT NULL,
    sequence bigint NOT NULL,
    day date NOT NULL,
    product text NOT NULL,
    method text NOT NULL,
    price bigint NOT NULL,
    quantity bigint NOT NULL,
    amount bigint NOT NULL,
    buyer text NOT NULL,
    seller text NOT NULL,
    buy_order text NOT NULL,
    sell_order text NOT NULL,
    buyer_fee bigint NOT NULL,
    seller_fee bigint NOT NULL,
    at timestamptz NOT NULL
);
CREATE INDEX market_execution_buyer ON market_execution (market, buyer, sequence DESC);
CREATE INDEX market_execution_seller ON market_execution (market, seller, sequence DESC);

CREATE TABLE funds_position (
    market text NOT NULL,
    account text NOT NULL,
    funds bigint NOT NULL,
    PRIMARY KEY (market, account)
);

CREATE TABLE product_position (
    market text NOT NULL,
    account text NOT NULL,
    product text NOT NULL,
    tonnes bigint NOT NULL,
    bought_on date,
    bought bigint NOT NULL,
    PRIMARY KEY (market, account, product)
);

CREATE TABLE market_session (
    market text PRIMARY KEY,
    day date,
    phase text NOT NULL,
    halted boolean NOT NULL,
    uncleared date
);

CREATE TABLE market_product (
    market text NOT NULL,
    product text NOT NULL,
    reference_price bigint NOT NULL,
    day date,
    previous_close bigint,
    lower_limit bigint,
    upper_limit bigint,
    close bigint,
    halted boolean NOT NULL,
    PRIMARY KEY (market, product)
);

CREATE TABLE market_quote (
    market text NOT NULL,
    product text NOT NULL,
    as_of bigint NOT NULL,
    quote text NOT NULL,
    PRIMARY KEY (market, product)
);

-- How far the projection of a market has come, in business time.
CREATE TABLE projection_progress (
    market text PRIMARY KEY,
    as_of timestamptz NOT NULL
);
