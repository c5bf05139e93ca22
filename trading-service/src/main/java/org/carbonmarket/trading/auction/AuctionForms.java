package org.carbonmarket.trading.auction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What operators and bidders send. */
final class AuctionForms {

    private AuctionForms() {}

    /**
     * Announce an auction.
     *
     * @param account the seller
     * @param pricing PAY_AS_BID or UNIFORM
     * @param bidders who may bid; absent or empty: every active account
     */
    record Announcement(
            @Nullable String account,
            @Nullable String product,
            @Nullable Long quantity,
            @Nullable String reservePrice,
            @Nullable String pricing,
            @Nullable String opensAt,
            @Nullable String closesAt,
            @Nullable List<String> bidders) {}

    /** Admit one more account. */
    record Admission(@Nullable String account) {}

    /** Call an auction off, and the record of why. */
    record Cancellation(@Nullable String reason) {}

    /**
     * Bid, with price and quantity to be sealed here, or sealed by the bidder.
     *
     * @param reserve money put aside for the bid, at least price times quantity and the fee
     * @param sealedBid instead of price and quantity
     */
    record Bidding(
            @Nullable String account,
            @Nullable String reserve,
            @Nullable String price,
            @Nullable Long quantity,
            @Nullable String sealedBid) {}
}
