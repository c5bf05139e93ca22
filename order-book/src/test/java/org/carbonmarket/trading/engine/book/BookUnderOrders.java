package org.carbonmarket.trading.engine.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.carbonmarket.trading.engine.book.WrittenEvents.Accepted;
import org.carbonmarket.trading.engine.book.WrittenEvents.Event;

/** A book with its events written down: enter orders, compare the events. */
class BookUnderOrders {

    static final boolean BUY = true;
    static final boolean SELL = false;
    static final int OWNER = 7;
    static final int OTHER = 8;

    final WrittenEvents events = new WrittenEvents();
    final OrderBook book = new OrderBook(1, 1_000_000, events);
    final BookView view = book.view();

    List<Event> buy(long id, long price, long quantity) {
        book.place(id, OTHER, BUY, price, quantity);
        return afterAcceptance();
    }

    void sell(long id, long price, long quantity) {
        book.place(id, OWNER, SELL, price, quantity);
        events.take();
    }

    List<Event> afterAcceptance() {
        List<Event> all = events.take();
        assertThat(all.getFirst()).isInstanceOf(Accepted.class);
        return all.subList(1, all.size());
    }
}
