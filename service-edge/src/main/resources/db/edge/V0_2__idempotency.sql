CREATE TABLE idempotency_key (
    scope     text        NOT NULL,
    key       text        NOT NULL,
    digest    text        NOT NULL,
    answer    text        NOT NULL,
    stored_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (scope, key)
);

CREATE INDEX idempotency_key_age ON idempotency_key (scope, stored_at);
