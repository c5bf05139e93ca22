package org.carbonmarket.benchmark;

/** One of the books measured; it reports its trades to the sink it was made with. */
interface MeasuredBook {

    /**
     * Gives one command to the book.
     *
     * @throws IllegalStateException when the book refuses it: all commands are good ones
     */
    void apply(Commands commands, int n);

    /** How many orders rest. */
    int size();
}
