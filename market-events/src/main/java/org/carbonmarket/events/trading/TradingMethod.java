package org.carbonmarket.events.trading;

/** The three methods of trading (Trading Rules, Article 6). */
public enum TradingMethod {
    LISTED,
    BLOCK,
    AUCTION
}
