-- Voidings as they stand on the public topic: each has a number of the trades' sequence.
CREATE TABLE market_voiding (
    market text NOT NULL,
    sequence bigint NOT NULL,
    product text NOT NULL,
    voided text NOT NULL,
    same_day boolean NOT NULL,
    event text NOT NULL,
    PRIMARY KEY (market, sequence)
);
CREATE UNIQUE INDEX market_voiding_voided ON market_voiding (voided);

-- A trade voided on its own day counts in no volume; the prices it showed stay.
CREATE OR REPLACE VIEW candle_of_trades AS
SELECT t.market,
       t.product,
       s.span,
       s.start,
       min(t.day) AS day,
       (array_agg(t.price ORDER BY t.sequence))[1] AS open,
       max(t.price) AS high,
       min(t.price) AS low,
       (array_agg(t.price ORDER BY t.sequence DESC))[1] AS close,
       coalesce(sum(t.quantity) FILTER (WHERE v.voided IS NULL), 0)::bigint AS volume,
       coalesce(sum(t.amount) FILTER (WHERE v.voided IS NULL), 0)::bigint AS amount,
       count(*) FILTER (WHERE v.voided IS NULL) AS trades
  FROM market_trade t
  LEFT JOIN market_voiding v ON v.voided = t.id AND v.same_day
 CROSS JOIN LATERAL (VALUES ('MINUTE', date_trunc('minute', t.at)),
                            ('DAY', t.day::timestamp AT TIME ZONE 'Asia/Shanghai')) AS s (span, start)
 WHERE t.method = 'LISTED'
 GROUP BY t.market, t.product, s.span, s.start;
