package org.carbonmarket.trading.engine.book;

/**
 * The queues of a band of prices, one level per tick, bids and asks in one array: a price never
 * holds both, and everything above the best bid is an ask. A queue is a ring through its orders'
 * links; the level knows the head, and the head's previous order is the tail.
 */
final class PriceLevels {

    final int count;

    /** Per level the head in the high half and the number of orders in the low, then the total. */
    private final long[] levels;

    private final OccupiedPrices occupied;
    private final RestingOrders orders;

    /** The best levels; -1 and {@link #count} when a side is empty. */
    private int bestBid = -1;

    private int bestAsk;

    PriceLevels(int count, RestingOrders orders) {
        this.count = count;
        this.orders = orders;
        levels = new long[Math.multiplyExact(count, 2)];
        occupied = new OccupiedPrices(count);
        bestAsk = count;
    }

    int bestBid() {
        return bestBid;
    }

    int bestAsk() {
        return bestAsk;
    }

    int best(boolean buy) {
        return buy ? bestBid : bestAsk;
    }

    boolean isNone(int level) {
        return level < 0 || level >= count;
    }

    /** The next worse level of a side, itself none when there is none. */
    int worse(boolean buy, int level) {
        return buy ? occupied.below(level, -1) : occupied.above(level, count);
    }

    int head(int level) {
        return (int) (levels[level << 1] >>> 32);
    }

    int orders(int level) {
        return (int) levels[level << 1];
    }

    long quantity(int level) {
        return levels[(level << 1) + 1];
    }

    void append(boolean buy, int level, int slot, long quantity) {
        int at = level << 1;
        long queue = levels[at];
        if (queue == 0) {
            orders.link(slot, slot, slot);
            levels[at] = (long) slot << 32 | 1;
            levels[at + 1] = quantity;
            occupy(buy, level);
            return;
        }
        int head = (int) (queue >>> 32);
        int tail = orders.previous(head);
        orders.link(slot, tail, head);
        orders.next(tail, slot);
        orders.previous(head, slot);
        levels[at] = queue + 1;
        levels[at + 1] += quantity;
    }

    private void occupy(boolean buy, int level) {
        occupied.add(level);
        if (buy) {
            bestBid = Math.max(bestBid, level);
        } else {
            bestAsk = Math.min(bestAsk, level);
        }
    }

    void reduce(int level, long quantity) {
        levels[(level << 1) + 1] -= quantity;
    }

    /** Takes an order out of its queue; its record stays. */
    void remove(int level, int slot, long quantity) {
        int at = level << 1;
        long queue = levels[at];
        int next = orders.next(slot);
        if (next == slot) {
            levels[at] = 0;
            levels[at + 1] = 0;
            vacate(level);
            return;
        }
        int previous = orders.previous(slot);
        orders.next(previous, next);
        orders.previous(next, previous);
        int head = (int) (queue >>> 32);
        levels[at] = head == slot ? (long) next << 32 | (queue & 0xFFFF_FFFFL) - 1 : queue - 1;
        levels[at + 1] -= quantity;
    }

    private void vacate(int level) {
        occupied.remove(level);
        if (level == bestBid) {
            bestBid = occupied.below(level, -1);
        } else if (level == bestAsk) {
            bestAsk = occupied.above(level, count);
        }
    }
}
