package org.carbonmarket.registry.holdings;

/** Why tonnes moved (Registration Rules, Chapter 3: entries that move title, and locks). */
public enum PostingReason {
    INITIAL_ALLOCATION,
    ENTRUSTMENT,
    RETURN_FROM_TRADING,
    DELIVERY_LOCK,
    DELIVERY,
    DELIVERY_UNDONE
}
