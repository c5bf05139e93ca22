package org.carbonmarket.events.trading;

/** How long the unfilled rest of an order lives. */
public enum TimeInForce {
    /** Rests until the close of the day. */
    DAY,
    /** What cannot trade at once is cancelled. */
    IMMEDIATE_OR_CANCEL
}
