-- Releases asked for, written before they go to the market: a key seen before is never sent again.
CREATE TABLE release_request (
    command text PRIMARY KEY,
    market text NOT NULL,
    account text NOT NULL,
    idempotency_key text,
    digest text NOT NULL,
    asked_at timestamptz NOT NULL,
    -- What the market said, once it is projected: the published event, or code and sentence.
    released text,
    code text,
    detail text
);
CREATE UNIQUE INDEX release_request_key ON release_request (market, account, idempotency_key)
    WHERE idempotency_key IS NOT NULL;

-- A retried order has the number of the first one; its own command leads there.
CREATE TABLE repeated_order (
    command text PRIMARY KEY,
    first_order text NOT NULL
);
