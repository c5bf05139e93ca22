package org.carbonmarket.local.replay.plan;

import java.util.List;

/** The bids of an auction whose bidders pay what they bid: one, or two a tick apart. */
public record AuctionBids(List<PlannedTrade> bids) {

    public AuctionBids {
        bids = List.copyOf(bids);
    }

    /**
     * The bids that come to a volume and an amount, the highest first.
     *
     * @param fen the amount, at least a fen for each tonne
     */
    public static AuctionBids of(long tonnes, long fen) {
        long price = fen / tonnes;
        if (price < 1) {
            throw new IllegalArgumentException("no bid is below 0.01 yuan");
        }
        long dearer = fen % tonnes;
        PlannedTrade bid = new PlannedTrade(price, tonnes - dearer);
        return new AuctionBids(
                dearer == 0 ? List.of(bid) : List.of(new PlannedTrade(price + 1, dearer), bid));
    }
}
