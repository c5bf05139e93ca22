package org.carbonmarket.trading.projection;

/** How long a candle burns. */
public enum CandleSpan {
    MINUTE,
    /** A trading day. */
    DAY
}
