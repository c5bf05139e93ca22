package org.carbonmarket.registry.holdings;

/** Why tonnes moved (Registration Rules, Chapter 3: entries that move title, and locks). */
public enum PostingReason {
    INITIAL_ALLOCATION,
    /** The difference that a final determination issues or takes back. */
    ADJUSTMENT,
    /** From a provincial account to the entity it was kept for. */
    RELEASE_FROM_PROVINCE,
    ENTRUSTMENT,
    RETURN_FROM_TRADING,
    DELIVERY_LOCK,
    DELIVERY,
    DELIVERY_UNDONE
}
