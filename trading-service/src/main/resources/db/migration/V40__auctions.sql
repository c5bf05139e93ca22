-- The private halves of auctions' keys. Written before an auction is announced; no query shows them.
CREATE TABLE auction_key (
    sealing_key text PRIMARY KEY,
    opening_key text NOT NULL,
    made_at timestamptz NOT NULL
);

-- Auctions and bids, projections of published events; prices and amounts in fen.
CREATE TABLE auction (
    id text PRIMARY KEY,
    market text NOT NULL,
    position bigint NOT NULL,
    product text NOT NULL,
    quantity bigint NOT NULL,
    reserve_price bigint NOT NULL,
    pricing text NOT NULL,
    opens_at timestamptz NOT NULL,
    closes_at timestamptz NOT NULL,
    invited_only boolean NOT NULL,
    sealing_key text NOT NULL,
    state text NOT NULL,
    sold bigint,
    unsold bigint,
    amount bigint,
    lowest_price bigint,
    bids bigint,
    reason text,
    announced_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX auction_position ON auction (market, position DESC);

CREATE TABLE auction_bid (
    id text PRIMARY KEY,
    market text NOT NULL,
    position bigint NOT NULL,
    account text NOT NULL,
    auction text NOT NULL,
    reserved bigint NOT NULL,
    state text NOT NULL,
    price bigint,
    quantity bigint,
    filled bigint NOT NULL,
    amount bigint NOT NULL,
    made_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE INDEX auction_bid_account ON auction_bid (market, account, position DESC);
