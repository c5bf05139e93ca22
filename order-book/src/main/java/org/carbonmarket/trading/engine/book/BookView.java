package org.carbonmarket.trading.engine.book;

/** What a book holds, to be read; always as the book is now. */
public final class BookView {

    private static final int NO_SLOT = OrderIds.NONE;

    private final long lowestPrice;
    private final long highestPrice;
    private final PriceLevels levels;
    private final RestingOrders orders;
    private final OrderIds ids;

    BookView(
            long lowestPrice,
            long highestPrice,
            PriceLevels levels,
            RestingOrders orders,
            OrderIds ids) {
        this.lowestPrice = lowestPrice;
        this.highestPrice = highestPrice;
        this.levels = levels;
        this.orders = orders;
        this.ids = ids;
    }

    /** The highest price bid, {@link OrderBook#NO_PRICE} when nobody bids. */
    public long bestBid() {
        return price(levels.bestBid());
    }

    /** The lowest price asked, {@link OrderBook#NO_PRICE} when nobody asks. */
    public long bestAsk() {
        return price(levels.bestAsk());
    }

    /** A side's price counted from the best one (0); {@link OrderBook#NO_PRICE} beyond the last. */
    public long levelPrice(boolean buy, int fromBest) {
        int level = levels.best(buy);
        for (int n = 0; n < fromBest && !levels.isNone(level); n++) {
            level = levels.worse(buy, level);
        }
        return price(level);
    }

    /** What a side would trade at a price, 0 when none of it rests there. */
    public long quantityAt(boolean buy, long price) {
        return isOccupied(buy, price) ? levels.quantity(level(price)) : 0;
    }

    /** How many orders of a side rest at a price. */
    public int ordersAt(boolean buy, long price) {
        return isOccupied(buy, price) ? levels.orders(level(price)) : 0;
    }

    /** How many orders rest. */
    public int size() {
        return ids.size();
    }

    /** Whether an order of that id rests. */
    public boolean contains(long id) {
        return ids.get(id) != NO_SLOT;
    }

    /** What a resting order has left to trade, 0 when it does not rest. */
    public long remaining(long id) {
        int slot = ids.get(id);
        return slot == NO_SLOT ? 0 : orders.remaining(slot);
    }

    /** Where an order rests, {@link OrderBook#NO_PRICE} when it does not. */
    public long price(long id) {
        int slot = ids.get(id);
        return slot == NO_SLOT ? OrderBook.NO_PRICE : price(orders.level(slot));
    }

    /**
     * Whose a resting order is.
     *
     * @throws IllegalArgumentException when it does not rest
     */
    public int owner(long id) {
        return orders.owner(slot(id));
    }

    /**
     * Whether a resting order buys.
     *
     * @throws IllegalArgumentException when it does not rest
     */
    public boolean isBuy(long id) {
        return orders.isBuy(slot(id));
    }

    private int slot(long id) {
        int slot = ids.get(id);
        if (slot == NO_SLOT) {
            throw new IllegalArgumentException("order " + id + " does not rest");
        }
        return slot;
    }

    /** Shows one side's orders in the order in which they would trade. */
    public void forEach(boolean buy, RestingOrderVisitor visitor) {
        int level = levels.best(buy);
        while (!levels.isNone(level)) {
            int head = levels.head(level);
            int slot = head;
            do {
                visitor.resting(
                        orders.id(slot),
                        orders.owner(slot),
                        buy,
                        price(level),
                        orders.remaining(slot));
                slot = orders.next(slot);
            } while (slot != head);
            level = levels.worse(buy, level);
        }
    }

    /** Whether an order could take that listing: it rests at the best price, within reach. */
    public boolean isAtBest(long listing, boolean buy, long worstPrice) {
        int slot = ids.get(listing);
        return slot != NO_SLOT
                && orders.isBuy(slot) != buy
                && orders.level(slot) == levels.best(!buy)
                && reaches(buy, levelWithin(worstPrice), orders.level(slot));
    }

    /**
     * Whether such an order would trade with a resting order of the same owner.
     *
     * @param worstPrice how far it would sweep
     */
    public boolean meetsOwner(int owner, boolean buy, long worstPrice, long quantity) {
        return meetsOwner(owner, buy, levelWithin(worstPrice), quantity, NO_SLOT);
    }

    /** As {@link #meetsOwner}, for an order that takes one resting listing first. */
    public boolean meetsOwnerTaking(
            long listing, int owner, boolean buy, long worstPrice, long quantity) {
        int listed = slot(listing);
        long left = quantity - orders.remaining(listed);
        return orders.owner(listed) == owner
                || meetsOwner(owner, buy, levelWithin(worstPrice), left, listed);
    }

    private boolean meetsOwner(int owner, boolean buy, int worst, long quantity, int passedOver) {
        long left = quantity;
        int level = levels.best(!buy);
        while (left > 0 && !levels.isNone(level) && reaches(buy, worst, level)) {
            int head = levels.head(level);
            int slot = head;
            do {
                if (slot != passedOver) {
                    if (orders.owner(slot) == owner) {
                        return true;
                    }
                    left -= orders.remaining(slot);
                }
                slot = orders.next(slot);
            } while (left > 0 && slot != head);
            level = levels.worse(!buy, level);
        }
        return false;
    }

    private static boolean reaches(boolean buy, int worst, int level) {
        return buy ? level <= worst : level >= worst;
    }

    /** A price's level, or the level just outside the band. */
    int levelWithin(long price) {
        if (price > highestPrice) {
            return levels.count;
        }
        return price < lowestPrice ? -1 : level(price);
    }

    private int level(long price) {
        return (int) (price - lowestPrice);
    }

    private long price(int level) {
        return levels.isNone(level) ? OrderBook.NO_PRICE : lowestPrice + level;
    }

    private boolean isOccupied(boolean buy, long price) {
        if (price < lowestPrice || price > highestPrice) {
            return false;
        }
        return buy ? level(price) <= levels.bestBid() : level(price) >= levels.bestAsk();
    }
}
