package org.carbonmarket.events.trading;

/** What the winners of a one-way auction pay. */
public enum AuctionPricing {
    /** Each its own price. */
    PAY_AS_BID,
    /** All the lowest price that was still awarded. */
    UNIFORM
}
