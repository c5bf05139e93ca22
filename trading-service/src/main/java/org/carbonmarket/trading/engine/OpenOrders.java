package org.carbonmarket.trading.engine;

import java.util.Arrays;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.jspecify.annotations.Nullable;

/** All resting orders of a market, by number. */
final class OpenOrders {

    private final Market market;
    private final Long2ObjectHashMap<OpenOrder> byNumber = new Long2ObjectHashMap<>();

    OpenOrders(Market market) {
        this.market = market;
    }

    /** An account's open order; null when it is not open, or another's. */
    @Nullable OpenOrder find(OrderId number, AccountId account) {
        OpenOrder order = byNumber.get(number.position());
        boolean isTheirs = order != null && order.account().id().equals(account);
        return isTheirs && number.market() == market ? order : null;
    }

    /** An order that must be there: the book says it rests. */
    OpenOrder require(long number) {
        OpenOrder order = byNumber.get(number);
        if (order == null) {
            throw new IllegalStateException("the book knows an order nobody placed: " + number);
        }
        return order;
    }

    void add(OpenOrder order) {
        byNumber.put(order.number(), order);
    }

    void remove(OpenOrder order) {
        byNumber.remove(order.number());
    }

    int size() {
        return byNumber.size();
    }

    /** In the order of their time priority: as they came in, or lost their place. */
    List<OpenOrder> inOrder() {
        OpenOrder[] sorted = byNumber.values().toArray(new OpenOrder[0]);
        Arrays.sort(sorted, (a, b) -> Long.compare(a.turn(), b.turn()));
        return List.of(sorted);
    }
}
