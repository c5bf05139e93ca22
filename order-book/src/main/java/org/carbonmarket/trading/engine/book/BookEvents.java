package org.carbonmarket.trading.engine.book;

/**
 * Told of everything a book does, in order, while it does it. Prices are in ticks, quantities in
 * lots. A listener must not call the book's commands from inside an event.
 */
public interface BookEvents {

    /** A new order was taken; its fills follow, and what they leave rests or is cancelled. */
    void accepted(long id, int owner, boolean buy, long price, long quantity);

    /**
     * A trade at the maker's (resting) price.
     *
     * @param makerRemaining what the maker still rests with; at 0 its id is free again
     * @param takerRemaining what the taker still wants
     */
    void filled(
            long taker,
            long maker,
            long price,
            long quantity,
            long makerRemaining,
            long takerRemaining);

    /** A resting order has new terms; fills follow when the new price crosses. */
    void replaced(long id, long price, long quantity);

    /** An order, or the rest of an immediate-or-cancel one, left the book untraded. */
    void cancelled(long id, long remaining);

    /** A command was refused and has changed nothing. */
    void rejected(long id, BookRefusal reason);
}
