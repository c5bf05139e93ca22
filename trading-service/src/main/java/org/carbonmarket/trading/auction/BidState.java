package org.carbonmarket.trading.auction;

/** Where a bid stands: sealed, or how it ended (see {@code BidEnd} of the events). */
public enum BidState {
    SEALED,
    WITHDRAWN,
    FILLED,
    PARTLY_FILLED,
    NOT_AWARDED,
    INVALID,
    AUCTION_CANCELLED,
    ACCOUNT_RESTRICTED
}
