package org.carbonmarket.trading.engine.book;

import java.util.ArrayList;
import java.util.List;

/** Writes a book's events down as values, to be compared. */
final class WrittenEvents implements BookEvents {

    sealed interface Event {}

    record Accepted(long id, int owner, boolean buy, long price, long quantity) implements Event {}

    record Filled(
            long taker,
            long maker,
            long price,
            long quantity,
            long makerRemaining,
            long takerRemaining)
            implements Event {}

    record Replaced(long id, long price, long quantity) implements Event {}

    record Cancelled(long id, long remaining) implements Event {}

    record Rejected(long id, BookRefusal reason) implements Event {}

    private final List<Event> events = new ArrayList<>();

    /** The events since the last call. */
    List<Event> take() {
        List<Event> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    @Override
    public void accepted(long id, int owner, boolean buy, long price, long quantity) {
        events.add(new Accepted(id, owner, buy, price, quantity));
    }

    @Override
    public void filled(
            long taker,
            long maker,
            long price,
            long quantity,
            long makerRemaining,
            long takerRemaining) {
        events.add(new Filled(taker, maker, price, quantity, makerRemaining, takerRemaining));
    }

    @Override
    public void replaced(long id, long price, long quantity) {
        events.add(new Replaced(id, price, quantity));
    }

    @Override
    public void cancelled(long id, long remaining) {
        events.add(new Cancelled(id, remaining));
    }

    @Override
    public void rejected(long id, BookRefusal reason) {
        events.add(new Rejected(id, reason));
    }
}
