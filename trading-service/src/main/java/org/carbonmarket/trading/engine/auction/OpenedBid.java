package org.carbonmarket.trading.engine.auction;

import org.jspecify.annotations.Nullable;

/**
 * A bid after the auction's end.
 *
 * @param said what it bid; null when it could not be read
 * @param isValid whether it takes part: readable, not below the reserve price, paid for by its
 *     money
 */
public record OpenedBid(Bid bid, @Nullable SealedBid said, boolean isValid) {

    /** What it bid. Only for a valid one. */
    public SealedBid terms() {
        if (said == null || !isValid) {
            throw new IllegalStateException("bid " + bid.number() + " takes no part");
        }
        return said;
    }
}
