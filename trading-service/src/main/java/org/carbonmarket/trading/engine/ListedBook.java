package org.carbonmarket.trading.engine;

import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.events.marketlog.MarketCommand.PlaceOrder;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.QuoteEvent.Level;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TimeInForce;
import org.carbonmarket.trading.engine.book.BookEvents;
import org.carbonmarket.trading.engine.book.BookRefusal;
import org.carbonmarket.trading.engine.book.BookView;
import org.carbonmarket.trading.engine.book.OrderBook;
import org.carbonmarket.trading.engine.session.Product;

/**
 * One product's book for one day, under the five-level rule: an order trades within the best five
 * price levels of the other side, as they are when it comes in, and its rest is listed no further
 * than the fifth (ADR 0005). Prices in fen, owners by account number.
 */
final class ListedBook {

    /** Told of each fill before the next is looked for. */
    interface Fills {

        /** The resting order {@code number} traded at its price and is left with that much. */
        void filled(long number, long price, long tonnes, long left);
    }

    private static final int LEVELS = 5;
    private static final Fills NO_FILLS =
            (number, price, tonnes, left) -> {
                throw new IllegalStateException("order " + number + " is filled by nobody");
            };

    private final OrderBook book;
    private Fills fills = NO_FILLS;

    /** An empty book between the product's limits. */
    ListedBook(Product product) {
        book =
                new OrderBook(
                        product.lowerLimit().fen(), product.upperLimit().fen(), new FillEvents());
    }

    /**
     * The price an order can reach: its own, or the fifth level's when a sixth is within its price.
     */
    long reach(Side side, long price) {
        BookView view = book.view();
        boolean bids = side == Side.SELL;
        long sixth = view.levelPrice(bids, LEVELS);
        boolean further = sixth != OrderBook.NO_PRICE && (bids ? sixth >= price : sixth <= price);
        return further ? view.levelPrice(bids, LEVELS - 1) : price;
    }

    /** Whether an order could take this listing: it rests at the best price, and within reach. */
    boolean isAtBest(Side side, long listing, long price) {
        return book.view().isAtBest(listing, side == Side.BUY, price);
    }

    /** Whether this order would trade with one of its own account. */
    boolean meetsItself(PlaceOrder order, int account) {
        boolean buy = order.side() == Side.BUY;
        long reach = reach(order.side(), order.price().fen());
        long tonnes = order.quantity().value();
        OrderId listing = order.listing();
        return listing == null
                ? meetsItself(order.side(), order.price().fen(), tonnes, account)
                : book.view().meetsOwnerTaking(listing.position(), account, buy, reach, tonnes);
    }

    /** Whether so much more at this price would trade with an order of the same account. */
    boolean meetsItself(Side side, long price, long tonnes, int account) {
        return book.view().meetsOwner(account, side == Side.BUY, reach(side, price), tonnes);
    }

    /**
     * Gives an open order new terms, at which it may trade; what has traded is no part of them.
     *
     * @param order at the new price, one it can {@link #reach}, and with the new open quantity
     */
    void replace(OpenOrder order, Fills told) {
        fills = told;
        book.replace(order.number(), order.price(), order.remaining());
        fills = NO_FILLS;
    }

    /**
     * Trades an order; its rest is listed at its price, unless it is immediate.
     *
     * @param order at the price it can {@link #reach}
     */
    void enter(PlaceOrder command, OpenOrder order, Fills told) {
        long number = order.number();
        int account = order.account().index();
        boolean buy = order.side() == Side.BUY;
        long price = order.price();
        long tonnes = order.quantity();
        boolean immediate = command.timeInForce() == TimeInForce.IMMEDIATE_OR_CANCEL;
        OrderId named = command.listing();
        fills = told;
        if (named == null) {
            if (immediate) {
                book.placeImmediateOrCancel(number, account, buy, price, tonnes);
            } else {
                book.place(number, account, buy, price, tonnes);
            }
        } else {
            long listing = named.position();
            if (immediate) {
                book.takeListingImmediateOrCancel(listing, number, account, buy, price, tonnes);
            } else {
                book.takeListing(listing, number, account, buy, price, tonnes, price);
            }
        }
        fills = NO_FILLS;
    }

    /** Lists again, behind those at its price, what rested when a snapshot was taken. */
    void restore(OpenOrder order) {
        book.restore(
                order.number(),
                order.account().index(),
                order.side() == Side.BUY,
                order.price(),
                order.remaining());
    }

    void cancel(OpenOrder order) {
        book.cancel(order.number());
    }

    /** The best five levels of a side. */
    List<Level> best(Side side) {
        BookView view = book.view();
        boolean buy = side == Side.BUY;
        List<Level> levels = new ArrayList<>(LEVELS);
        for (int n = 0; n < LEVELS; n++) {
            long price = view.levelPrice(buy, n);
            if (price == OrderBook.NO_PRICE) {
                break;
            }
            levels.add(
                    new Level(
                            Price.ofFen(price),
                            Tonnes.of(view.quantityAt(buy, price)),
                            view.ordersAt(buy, price)));
        }
        return levels;
    }

    /** The market answers for itself; of what the book says it needs the fills. */
    private final class FillEvents implements BookEvents {

        @Override
        public void filled(
                long taker,
                long maker,
                long price,
                long quantity,
                long makerRemaining,
                long takerRemaining) {
            fills.filled(maker, price, quantity, makerRemaining);
        }

        @Override
        public void rejected(long id, BookRefusal reason) {
            throw new IllegalStateException("the book refuses order " + id + ": " + reason);
        }

        @Override
        public void accepted(long id, int owner, boolean buy, long price, long quantity) {}

        @Override
        public void replaced(long id, long price, long quantity) {}

        @Override
        public void cancelled(long id, long remaining) {}
    }
}
