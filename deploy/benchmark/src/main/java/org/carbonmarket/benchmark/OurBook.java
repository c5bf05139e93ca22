package org.carbonmarket.benchmark;

import org.carbonmarket.trading.engine.book.BookEvents;
import org.carbonmarket.trading.engine.book.BookRefusal;
import org.carbonmarket.trading.engine.book.OrderBook;

/** This platform's book. */
final class OurBook implements MeasuredBook, BookEvents {

    private static final int OWNER = 1;

    private final OrderBook book;
    private final TradeSink sink;

    OurBook(int highestPrice, TradeSink sink) {
        book = new OrderBook(1, highestPrice, this);
        this.sink = sink;
    }

    @Override
    public void apply(Commands commands, int n) {
        int id = commands.id(n);
        int price = commands.price(n);
        int quantity = commands.quantity(n);
        switch (commands.kind(n)) {
            case Commands.PLACE -> book.place(id, OWNER, commands.isBuy(n), price, quantity);
            case Commands.IMMEDIATE_OR_CANCEL ->
                    book.placeImmediateOrCancel(id, OWNER, commands.isBuy(n), price, quantity);
            case Commands.CANCEL -> book.cancel(id);
            default -> book.replace(id, price, quantity);
        }
    }

    @Override
    public int size() {
        return book.view().size();
    }

    @Override
    public void filled(
            long taker,
            long maker,
            long price,
            long quantity,
            long makerRemaining,
            long takerRemaining) {
        sink.trade(taker, maker, price, quantity);
    }

    @Override
    public void rejected(long id, BookRefusal reason) {
        throw new IllegalStateException("order " + id + " was refused: " + reason);
    }

    @Override
    public void accepted(long id, int owner, boolean buy, long price, long quantity) {}

    @Override
    public void replaced(long id, long price, long quantity) {}

    @Override
    public void cancelled(long id, long remaining) {}
}
