-- The quote's number on the market's stream, so that a stream can begin with the stored quotes.
ALTER TABLE market_quote ADD COLUMN sequence bigint NOT NULL DEFAULT 0;
UPDATE market_quote SET sequence = as_of * 1000;

-- Candles of listed trades; prices and amounts in fen. A day's candle starts at its midnight in
-- Shanghai. Blocks are no part of prices of the day (Trading Rules, Article 12).
CREATE TABLE market_candle (
    market text NOT NULL,
    product text NOT NULL,
    span text NOT NULL,
    start timestamptz NOT NULL,
    day date NOT NULL,
    open bigint NOT NULL,
    high bigint NOT NULL,
    low bigint NOT NULL,
    close bigint NOT NULL,
    volume bigint NOT NULL,
    amount bigint NOT NULL,
    trades bigint NOT NULL,
    PRIMARY KEY (market, product, span, start)
);

-- The same from the trades themselves: what the candles are rebuilt from and checked against.
CREATE VIEW candle_of_trades AS
SELECT t.market,
       t.product,
       s.span,
       s.start,
       min(t.day) AS day,
       (array_agg(t.price ORDER BY t.sequence))[1] AS open,
       max(t.price) AS high,
       min(t.price) AS low,
       (array_agg(t.price ORDER BY t.sequence DESC))[1] AS close,
       sum(t.quantity)::bigint AS volume,
       sum(t.amount)::bigint AS amount,
       count(*) AS trades
  FROM market_trade t
 CROSS JOIN LATERAL (VALUES ('MINUTE', date_trunc('minute', t.at)),
                            ('DAY', t.day::timestamp AT TIME ZONE 'Asia/Shanghai')) AS s (span, start)
 WHERE t.method = 'LISTED'
 GROUP BY t.market, t.product, s.span, s.start;

INSERT INTO market_candle SELECT * FROM candle_of_trades;
