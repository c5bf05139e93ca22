package org.carbonmarket.benchmark;

/** Told of every trade a book makes, in order. */
@FunctionalInterface
interface TradeSink {

    /** One trade; price in ticks, quantity in lots. */
    void trade(long taker, long maker, long price, long quantity);
}
