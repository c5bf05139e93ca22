package org.carbonmarket.trading.engine.book;

import org.jspecify.annotations.Nullable;

/**
 * A plain price-time limit order book: best price first, at the resting price, in time order.
 *
 * <p>Prices are whole ticks of a band fixed when the book is made, quantities whole lots; ids and
 * owners are numbers the caller chooses. The book reads no clock, knows no money and allocates
 * nothing once it has grown to the number of orders that rest at a time. It belongs to one thread.
 * A refusal is an event; an exception means a defect of the caller's.
 */
public final class OrderBook {

    /** The price of an empty side, and of an order that does not rest. */
    public static final long NO_PRICE = Long.MIN_VALUE;

    /** The largest quantity of an order; sums over a level stay far from overflow. */
    public static final long MAX_QUANTITY = 1L << 32;

    /** The widest band, in ticks. */
    public static final int MAX_LEVELS = 1 << 29;

    private static final int EXPECTED_ORDERS = 1 << 10;
    private static final int NO_SLOT = OrderIds.NONE;

    private final long lowestPrice;
    private final long highestPrice;
    private final BookEvents events;
    private final RestingOrders orders = new RestingOrders(EXPECTED_ORDERS);
    private final OrderIds ids = new OrderIds(EXPECTED_ORDERS, orders);
    private final PriceLevels levels;
    private final BookView view;

    /**
     * An empty book.
     *
     * @param lowestPrice lowest price of the band, in ticks
     * @param highestPrice highest price of the band, which has at most {@link #MAX_LEVELS} ticks
     */
    public OrderBook(long lowestPrice, long highestPrice, BookEvents events) {
        long count = Math.addExact(Math.subtractExact(highestPrice, lowestPrice), 1);
        if (count < 1 || count > MAX_LEVELS) {
            throw new IllegalArgumentException(
                    "not a band of prices: " + lowestPrice + " to " + highestPrice);
        }
        this.lowestPrice = lowestPrice;
        this.highestPrice = highestPrice;
        this.events = events;
        levels = new PriceLevels((int) count, orders);
        view = new BookView(lowestPrice, highestPrice, levels, orders, ids);
    }

    /** Trades with what rests up to {@code price}; the remainder rests there. */
    public void place(long id, int owner, boolean buy, long price, long quantity) {
        place(id, owner, buy, price, quantity, price);
    }

    /**
     * Trades with what rests up to {@code worstPrice}; the remainder rests at {@code price}, which
     * must not reach beyond {@code worstPrice}.
     */
    public void place(long id, int owner, boolean buy, long price, long quantity, long worstPrice) {
        requireUncrossed(buy, price, worstPrice);
        if (admits(id, price, quantity)) {
            events.accepted(id, owner, buy, price, quantity);
            long left = sweep(id, buy, view.levelWithin(worstPrice), quantity);
            rest(id, owner, buy, price, left);
        }
    }

    /** Trades with what rests up to {@code worstPrice}; the remainder is cancelled. */
    public void placeImmediateOrCancel(
            long id, int owner, boolean buy, long worstPrice, long quantity) {
        if (admits(id, worstPrice, quantity)) {
            events.accepted(id, owner, buy, worstPrice, quantity);
            long left = sweep(id, buy, view.levelWithin(worstPrice), quantity);
            endUntraded(id, left);
        }
    }

    /**
     * As {@code place}, but trades first with one named order of the best price, whatever its turn
     * in the queue there.
     */
    public void takeListing(
            long listing,
            long id,
            int owner,
            boolean buy,
            long price,
            long quantity,
            long worstPrice) {
        requireUncrossed(buy, price, worstPrice);
        if (admits(id, price, quantity) && findsListing(listing, id, buy, worstPrice)) {
            events.accepted(id, owner, buy, price, quantity);
            long left = trade(id, ids.get(listing), quantity);
            left = sweep(id, buy, view.levelWithin(worstPrice), left);
            rest(id, owner, buy, price, left);
        }
    }

    /** As {@link #takeListing}, but the remainder is cancelled. */
    public void takeListingImmediateOrCancel(
            long listing, long id, int owner, boolean buy, long worstPrice, long quantity) {
        if (admits(id, worstPrice, quantity) && findsListing(listing, id, buy, worstPrice)) {
            events.accepted(id, owner, buy, worstPrice, quantity);
            long left = trade(id, ids.get(listing), quantity);
            left = sweep(id, buy, view.levelWithin(worstPrice), left);
            endUntraded(id, left);
        }
    }

    /** Takes a resting order out of the book. */
    public void cancel(long id) {
        int slot = ids.remove(id);
        if (slot == NO_SLOT) {
            events.rejected(id, BookRefusal.UNKNOWN_ORDER);
            return;
        }
        long remaining = orders.remaining(slot);
        levels.remove(orders.level(slot), slot, remaining);
        orders.release(slot);
        events.cancelled(id, remaining);
    }

    /** Gives a resting order new terms; {@code quantity} is what shall be open from now on. */
    public void replace(long id, long price, long quantity) {
        replace(id, price, quantity, price);
    }

    /**
     * Gives a resting order new terms. Less of it at the same price keeps its turn; any other
     * change sends it to the end of the queue, and it trades first with what rests up to {@code
     * worstPrice}, beyond which {@code price} must not reach.
     */
    public void replace(long id, long price, long quantity, long worstPrice) {
        int slot = ids.get(id);
        BookRefusal refusal =
                slot == NO_SLOT ? BookRefusal.UNKNOWN_ORDER : termsRefusal(price, quantity);
        if (refusal != null) {
            events.rejected(id, refusal);
            return;
        }
        boolean buy = orders.isBuy(slot);
        requireUncrossed(buy, price, worstPrice);
        events.replaced(id, price, quantity);
        int from = orders.level(slot);
        long open = orders.remaining(slot);
        if (from == level(price) && quantity <= open) {
            orders.remaining(slot, quantity);
            levels.reduce(from, open - quantity);
            return;
        }
        levels.remove(from, slot, open);
        long left = sweep(id, buy, view.levelWithin(worstPrice), quantity);
        if (left == 0) {
            ids.remove(id);
            orders.release(slot);
            return;
        }
        orders.change(slot, level(price), left);
        levels.append(buy, level(price), slot, left);
    }

    /**
     * Puts an order back as {@link BookView#forEach} showed it, behind those already at its price;
     * no events. Restoring all orders in the order shown gives the same book.
     *
     * @throws IllegalArgumentException when it could not have rested in this book
     */
    public void restore(long id, int owner, boolean buy, long price, long remaining) {
        if (ids.get(id) != NO_SLOT
                || termsRefusal(price, remaining) != null
                || (buy ? level(price) >= levels.bestAsk() : level(price) <= levels.bestBid())) {
            throw new IllegalArgumentException("order " + id + " cannot rest at " + price);
        }
        rest(id, owner, buy, price, remaining);
    }

    /** Prices, quantities and resting orders, to be read. */
    public BookView view() {
        return view;
    }

    private boolean admits(long id, long price, long quantity) {
        BookRefusal refusal =
                ids.get(id) == NO_SLOT
                        ? termsRefusal(price, quantity)
                        : BookRefusal.DUPLICATE_ORDER;
        if (refusal != null) {
            events.rejected(id, refusal);
        }
        return refusal == null;
    }

    private @Nullable BookRefusal termsRefusal(long price, long quantity) {
        if (price < lowestPrice || price > highestPrice) {
            return BookRefusal.PRICE_OUT_OF_BAND;
        }
        if (quantity <= 0) {
            return BookRefusal.QUANTITY_NOT_POSITIVE;
        }
        return quantity > MAX_QUANTITY ? BookRefusal.QUANTITY_TOO_LARGE : null;
    }

    private static void requireUncrossed(boolean buy, long price, long worstPrice) {
        if (buy ? price > worstPrice : price < worstPrice) {
            throw new IllegalArgumentException(
                    "an order that sweeps to " + worstPrice + " may not rest at " + price);
        }
    }

    private boolean findsListing(long listing, long id, boolean buy, long worstPrice) {
        boolean found = view.isAtBest(listing, buy, worstPrice);
        if (!found) {
            events.rejected(id, BookRefusal.LISTING_NOT_AT_BEST_PRICE);
        }
        return found;
    }

    private int level(long price) {
        return (int) (price - lowestPrice);
    }

    private long sweep(long taker, boolean buy, int worst, long quantity) {
        long left = quantity;
        while (left > 0) {
            int best = levels.best(!buy);
            if (levels.isNone(best) || (buy ? best > worst : best < worst)) {
                break;
            }
            left = trade(taker, levels.head(best), left);
        }
        return left;
    }

    /** One fill against one resting order; the book is whole again before it is told. */
    private long trade(long taker, int slot, long wanted) {
        long open = orders.remaining(slot);
        long traded = Math.min(open, wanted);
        int level = orders.level(slot);
        long maker = orders.id(slot);
        if (traded == open) {
            ids.remove(maker);
            levels.remove(level, slot, open);
            orders.release(slot);
        } else {
            orders.remaining(slot, open - traded);
            levels.reduce(level, traded);
        }
        events.filled(taker, maker, lowestPrice + level, traded, open - traded, wanted - traded);
        return wanted - traded;
    }

    private void rest(long id, int owner, boolean buy, long price, long left) {
        if (left > 0) {
            int level = level(price);
            int slot = orders.take(id, owner, buy, level, left);
            ids.add(id, slot);
            levels.append(buy, level, slot, left);
        }
    }

    private void endUntraded(long id, long left) {
        if (left > 0) {
            events.cancelled(id, left);
        }
    }
}
