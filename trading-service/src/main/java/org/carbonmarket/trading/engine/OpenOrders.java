package org.carbonmarket.trading.engine;

import java.util.Arrays;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/** All resting orders of a market, by number. */
final class OpenOrders {

    private final Long2ObjectHashMap<OpenOrder> byNumber = new Long2ObjectHashMap<>();

    @Nullable OpenOrder find(long number) {
        return byNumber.get(number);
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

    /** In the order they came in, which is also their time priority. */
    List<OpenOrder> inOrder() {
        OpenOrder[] sorted = byNumber.values().toArray(new OpenOrder[0]);
        Arrays.sort(sorted, (a, b) -> Long.compare(a.number(), b.number()));
        return List.of(sorted);
    }
}
