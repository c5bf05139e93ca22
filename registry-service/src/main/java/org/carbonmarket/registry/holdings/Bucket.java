package org.carbonmarket.registry.holdings;

/** The parts of a holding. Every tonne of an account is in exactly one of them. */
public enum Bucket {
    /** The holder may move, surrender or entrust it. */
    AVAILABLE,
    /** Handed over to a market's engine. */
    IN_TRADING,
    /** Locked for the delivery of a trade until it is paid or undone. */
    DELIVERING,
    /** Held back by a court or the regulator. */
    FROZEN
}
