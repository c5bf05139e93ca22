package org.carbonmarket.benchmark;

import java.util.Locale;

/** Whose book is measured. */
public enum Contender {
    /** This platform's {@code OrderBook}. */
    OURS {
        @Override
        MeasuredBook book(int highestPrice, TradeSink sink) {
            return new OurBook(highestPrice, sink);
        }
    },
    /** exchange-core's {@code OrderBookDirectImpl}. */
    PEER {
        @Override
        MeasuredBook book(int highestPrice, TradeSink sink) {
            return new PeerBook(sink);
        }
    };

    abstract MeasuredBook book(int highestPrice, TradeSink sink);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
