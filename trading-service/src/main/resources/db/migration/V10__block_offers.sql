-- Block offers, a projection of published events; prices in fen.
CREATE TABLE block_offer (
    id text PRIMARY KEY,
    market text NOT NULL,
    position bigint NOT NULL,
    account text NOT NULL,
    day date NOT NULL,
    product text NOT NULL,
    side text NOT NULL,
    price bigint NOT NULL,
    quantity bigint NOT NULL,
    counterparty text,
    in_reply_to text,
    good_until timestamptz,
    state text NOT NULL,
    trade text,
    made_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE INDEX block_offer_account ON block_offer (market, account, position DESC);
CREATE INDEX block_offer_counterparty ON block_offer (market, counterparty, position DESC);
CREATE INDEX block_offer_standing ON block_offer (market, position DESC)
    WHERE state = 'STANDING';
