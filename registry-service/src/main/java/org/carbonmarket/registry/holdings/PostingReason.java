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
    DELIVERY_UNDONE,
    CREDIT_ISSUANCE,
    /** Credits of a project became fungible units. */
    CREDIT_POOLING,
    CREDIT_RETIREMENT,
    SURRENDER,
    CARRY_OVER_LOCK,
    CARRY_OVER,
    CARRY_OVER_REFUSED,
    LAPSE,
    FREEZE,
    UNFREEZE,
    NON_TRADING_TRANSFER,
    VOLUNTARY_CANCELLATION
}
