package org.carbonmarket.trading.engine.auction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.carbonmarket.events.trading.AuctionPricing;

/**
 * What one bid gets.
 *
 * @param price what it pays, in fen per tonne
 * @param tonnes above zero, at most what it bid for
 */
public record Award(OpenedBid bid, long price, long tonnes) {

    private static final Comparator<OpenedBid> PRICE_THEN_TIME =
            Comparator.comparingLong((OpenedBid bid) -> bid.terms().price())
                    .reversed()
                    .thenComparingLong(bid -> bid.bid().number());

    /**
     * Awards a quantity (market rules, Trading, "One-way auction"): the highest price first, at one
     * price the earlier bid; the last gets what is left.
     *
     * @param bids those that take part
     */
    public static List<Award> of(long quantity, AuctionPricing pricing, List<OpenedBid> bids) {
        List<Award> awards = new ArrayList<>();
        long left = quantity;
        for (OpenedBid bid : bids.stream().sorted(PRICE_THEN_TIME).toList()) {
            if (left == 0) {
                break;
            }
            long tonnes = Math.min(left, bid.terms().quantity());
            awards.add(new Award(bid, bid.terms().price(), tonnes));
            left -= tonnes;
        }
        return switch (pricing) {
            case PAY_AS_BID -> awards;
            case UNIFORM -> atTheLowestPrice(awards);
        };
    }

    private static List<Award> atTheLowestPrice(List<Award> awards) {
        return awards.stream()
                .map(award -> new Award(award.bid, awards.getLast().price, award.tonnes))
                .toList();
    }
}
