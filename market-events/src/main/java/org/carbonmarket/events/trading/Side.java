package org.carbonmarket.events.trading;

/** Which way an order trades. */
public enum Side {
    BUY,
    SELL
}
