package org.carbonmarket.trading.engine.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The order book as one would explain it on paper: slow, and meant to be obviously right. */
final class ReferenceBook {

    static final class Order {
        final long id;
        final int owner;
        final boolean buy;
        long price;
        long remaining;

        Order(long id, int owner, boolean buy, long price, long remaining) {
            this.id = id;
            this.owner = owner;
            this.buy = buy;
            this.price = price;
            this.remaining = remaining;
        }
    }

    private final long lowest;
    private final long highest;
    private final BookEvents events;
    private final NavigableMap<Long, List<Order>> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<Long, List<Order>> asks = new TreeMap<>();

    ReferenceBook(long lowest, long highest, BookEvents events) {
        this.lowest = lowest;
        this.highest = highest;
        this.events = events;
    }

    NavigableMap<Long, List<Order>> side(boolean buy) {
        return buy ? bids : asks;
    }

    List<Order> inPriority(boolean buy) {
        return side(buy).values().stream().flatMap(List::stream).toList();
    }

    @Nullable Order find(long id) {
        for (boolean buy : new boolean[] {true, false}) {
            for (Order order : inPriority(buy)) {
                if (order.id == id) {
                    return order;
                }
            }
        }
        return null;
    }

    void place(long id, int owner, boolean buy, long price, long quantity, long worst) {
        if (admits(id, price, quantity)) {
            Order order = accept(id, owner, buy, price, quantity);
            sweep(order, worst);
            if (order.remaining > 0) {
                rest(order);
            }
        }
    }

    void placeImmediateOrCancel(long id, int owner, boolean buy, long worst, long quantity) {
        if (admits(id, worst, quantity)) {
            Order order = accept(id, owner, buy, worst, quantity);
            sweep(order, worst);
            if (order.remaining > 0) {
                events.cancelled(id, order.remaining);
            }
        }
    }

    void takeListing(
            long listing, long id, int owner, boolean buy, long price, long quantity, long worst) {
        if (!admits(id, price, quantity)) {
            return;
        }
        Order named = find(listing);
        if (named == null
                || named.buy == buy
                || named.price != side(!buy).firstKey()
                || !reaches(buy, worst, named.price)) {
            events.rejected(id, BookRefusal.LISTING_NOT_AT_BEST_PRICE);
            return;
        }
        Order order = accept(id, owner, buy, price, quantity);
        trade(order, named);
        sweep(order, worst);
        if (order.remaining > 0) {
            rest(order);
        }
    }

    void cancel(long id) {
        Order order = find(id);
        if (order == null) {
            events.rejected(id, BookRefusal.UNKNOWN_ORDER);
            return;
        }
        remove(order);
        events.cancelled(id, order.remaining);
    }

    void replace(long id, long price, long quantity, long worst) {
        Order order = find(id);
        BookRefusal refusal =
                order == null ? BookRefusal.UNKNOWN_ORDER : termsRefusal(price, quantity);
        if (order == null || refusal != null) {
            events.rejected(id, refusal == null ? BookRefusal.UNKNOWN_ORDER : refusal);
            return;
        }
        events.replaced(id, price, quantity);
        boolean keepsItsTurn = price == order.price && quantity <= order.remaining;
        if (keepsItsTurn) {
            order.remaining = quantity;
            return;
        }
        remove(order);
        order.price = price;
        order.remaining = quantity;
        sweep(order, worst);
        if (order.remaining > 0) {
            rest(order);
        }
    }

    boolean meetsOwner(int owner, boolean buy, long worst, long quantity) {
        long left = quantity;
        for (Order resting : inPriority(!buy)) {
            if (left <= 0 || !reaches(buy, worst, resting.price)) {
                return false;
            }
            if (resting.owner == owner) {
                return true;
            }
            left -= resting.remaining;
        }
        return false;
    }

    private boolean admits(long id, long price, long quantity) {
        BookRefusal refusal =
                find(id) == null ? termsRefusal(price, quantity) : BookRefusal.DUPLICATE_ORDER;
        if (refusal != null) {
            events.rejected(id, refusal);
        }
        return refusal == null;
    }

    private @Nullable BookRefusal termsRefusal(long price, long quantity) {
        if (price < lowest || price > highest) {
            return BookRefusal.PRICE_OUT_OF_BAND;
        }
        if (quantity <= 0) {
            return BookRefusal.QUANTITY_NOT_POSITIVE;
        }
        return quantity > OrderBook.MAX_QUANTITY ? BookRefusal.QUANTITY_TOO_LARGE : null;
    }

    private Order accept(long id, int owner, boolean buy, long price, long quantity) {
        events.accepted(id, owner, buy, price, quantity);
        return new Order(id, owner, buy, price, quantity);
    }

    private static boolean reaches(boolean buy, long worst, long price) {
        return buy ? price <= worst : price >= worst;
    }

    private void sweep(Order taker, long worst) {
        NavigableMap<Long, List<Order>> others = side(!taker.buy);
        while (taker.remaining > 0
                && !others.isEmpty()
                && reaches(taker.buy, worst, others.firstKey())) {
            trade(taker, others.firstEntry().getValue().getFirst());
        }
    }

    private void trade(Order taker, Order maker) {
        long quantity = Math.min(taker.remaining, maker.remaining);
        taker.remaining -= quantity;
        maker.remaining -= quantity;
        if (maker.remaining == 0) {
            remove(maker);
        }
        events.filled(taker.id, maker.id, maker.price, quantity, maker.remaining, taker.remaining);
    }

    private void rest(Order order) {
        side(order.buy).computeIfAbsent(order.price, _ -> new ArrayList<>()).add(order);
    }

    private void remove(Order order) {
        List<Order> level = side(order.buy).getOrDefault(order.price, new ArrayList<>());
        level.remove(order);
        if (level.isEmpty()) {
            side(order.buy).remove(order.price);
        }
    }
}
