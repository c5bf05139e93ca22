-- Who asked for a trade to be voided, who decided, and what the market said.
CREATE TABLE void_proposal (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    market text NOT NULL,
    trade text NOT NULL,
    reason text NOT NULL,
    state text NOT NULL,
    proposed_by text NOT NULL,
    proposed_at timestamptz NOT NULL,
    decided_by text,
    decided_at timestamptz,
    refusal text
);
CREATE UNIQUE INDEX void_proposal_open ON void_proposal (market, trade) WHERE state = 'PROPOSED';
CREATE INDEX void_proposal_market ON void_proposal (market, id DESC);

-- The number of the voiding, once a trade counts no more.
ALTER TABLE market_trade ADD COLUMN voided_by text;
ALTER TABLE market_execution ADD COLUMN voided_by text;

-- What surveillance raised, and the large positions, projections of published events.
CREATE TABLE alert (
    market text NOT NULL,
    number bigint NOT NULL,
    day date NOT NULL,
    kind text NOT NULL,
    product text NOT NULL,
    accounts text[] NOT NULL,
    evidence text[] NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (market, number)
);

CREATE TABLE large_position (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    market text NOT NULL,
    day date NOT NULL,
    account text NOT NULL,
    product text NOT NULL,
    tonnes bigint NOT NULL,
    position_limit bigint NOT NULL,
    at timestamptz NOT NULL
);
CREATE INDEX large_position_market ON large_position (market, number DESC);
