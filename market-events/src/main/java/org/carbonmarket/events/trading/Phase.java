package org.carbonmarket.events.trading;

/** Phases of a trading day (Trading Rules; notice of 2021-06-22): orders are taken in OPEN only. */
public enum Phase {
    CLOSED,
    PRE_OPEN,
    OPEN,
    BREAK,
    HALTED
}
