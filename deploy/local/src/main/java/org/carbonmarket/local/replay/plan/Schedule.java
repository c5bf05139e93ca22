package org.carbonmarket.local.replay.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.local.replay.plan.PlannedOrder.Side;
import org.carbonmarket.local.replay.record.RecordRow;

/**
 * Who trades what on each day of a record. The same record gives the same schedule, so a replay
 * that was broken off goes on by it.
 *
 * @param days ascending
 */
public record Schedule(SequencedMap<LocalDate, List<ProductPlan>> days) {

    /** Notice of 2021-06-22: a listed order is below 100,000 t. */
    private static final long LARGEST_LISTED = 99_999;

    private static final int BLOCK_BAND = 3_000;

    /** More than this many orders of a stage are shared among participants. */
    private static final int ORDERS_EACH = 6;

    /**
     * A product's day.
     *
     * @param listed in this order, each when the one before is answered
     */
    public record ProductPlan(
            ProductCode product, List<Entry> listed, List<Block> blocks, List<Auction> auctions) {

        public ProductPlan {
            listed = List.copyOf(listed);
            blocks = List.copyOf(blocks);
            auctions = List.copyOf(auctions);
        }
    }

    /** Orders that one participant enters together, in this order. */
    public record Entry(int participant, List<PlannedOrder> orders) {

        public Entry {
            orders = List.copyOf(orders);
        }
    }

    /** A block and its two parties. */
    public record Block(int seller, int buyer, PlannedTrade trade) {}

    /** A sale by auction; each bid is of another participant. */
    public record Auction(int seller, List<Bid> bids) {

        public Auction {
            bids = List.copyOf(bids);
        }
    }

    /** A bid, paid as it is bid. */
    public record Bid(int bidder, PlannedTrade trade) {}

    /** Plans each day of a record. */
    public static Schedule of(SequencedMap<LocalDate, List<RecordRow>> record) {
        SequencedMap<LocalDate, List<ProductPlan>> days = new TreeMap<>();
        Cast cast = new Cast();
        record.forEach((day, rows) -> {
            cast.nextDay();
            days.put(day, rows.stream().map(row -> plan(row, cast)).toList());
        });
        return new Schedule(days);
    }

    /** The plans of a day, one for each product. */
    public List<ProductPlan> of(LocalDate day) {
        return days.getOrDefault(day, List.of());
    }

    private static ProductPlan plan(RecordRow row, Cast cast) {
        return new ProductPlan(
                row.product(), listed(row, cast), blocks(row, cast), auctions(row, cast));
    }

    private static List<Entry> listed(RecordRow row, Cast cast) {
        RecordRow.Prices prices = row.quoted();
        Price high = prices.high();
        Price low = prices.low();
        if (row.listed().isNone() || high == null || low == null) {
            return List.of();
        }
        ListedGoal goal =
                new ListedGoal(
                        prices.open().fen(),
                        high.fen(),
                        low.fen(),
                        row.listed().tonnes(),
                        row.listed().fen());
        List<Entry> entries = new ArrayList<>();
        for (List<PlannedOrder> stage : ListedOrders.of(goal, LARGEST_LISTED).stages()) {
            for (int from = 0; from < stage.size(); from += ORDERS_EACH) {
                List<PlannedOrder> orders =
                        stage.subList(from, Math.min(stage.size(), from + ORDERS_EACH));
                boolean sells = orders.getFirst().side() == Side.SELL;
                entries.add(new Entry(sells ? cast.seller() : cast.buyer(), orders));
            }
        }
        return entries;
    }

    private static List<Block> blocks(RecordRow row, Cast cast) {
        Price reference = row.previousClose();
        if (row.block().isNone()) {
            return List.of();
        }
        long lower = reference == null ? 1 : reference.lowerLimit(BLOCK_BAND).fen();
        long upper = reference == null ? Long.MAX_VALUE : reference.upperLimit(BLOCK_BAND).fen();
        return BlockTrades.of(
                        new BlockTrades.Goal(lower, upper, row.block().tonnes(), row.block().fen()))
                .orElseThrow()
                .trades()
                .stream()
                .map(trade -> new Block(cast.seller(), cast.buyer(), trade))
                .toList();
    }

    private static List<Auction> auctions(RecordRow row, Cast cast) {
        if (row.auction().isNone()) {
            return List.of();
        }
        List<Bid> bids =
                AuctionBids.of(row.auction().tonnes(), row.auction().fen()).bids().stream()
                        .map(trade -> new Bid(cast.buyer(), trade))
                        .toList();
        return List.of(new Auction(cast.seller(), bids));
    }
}
