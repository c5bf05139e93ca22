package org.carbonmarket.benchmark;

import java.util.Arrays;

/** All trades in order, to be held against another book's. */
final class TradeRecord implements TradeSink {

    private static final int WORDS = 4;

    private long[] words = new long[WORDS << 10];
    private int used;

    @Override
    public void trade(long taker, long maker, long price, long quantity) {
        if (used == words.length) {
            words = Arrays.copyOf(words, used << 1);
        }
        words[used] = taker;
        words[used + 1] = maker;
        words[used + 2] = price;
        words[used + 3] = quantity;
        used += WORDS;
    }

    int size() {
        return used / WORDS;
    }

    /** The number of the first trade that differs, -1 when all are the same. */
    int firstDifference(TradeRecord other) {
        int at = Arrays.mismatch(words, 0, used, other.words, 0, other.used);
        return at < 0 ? -1 : at / WORDS;
    }

    /** A trade in words; says so when there is none of that number. */
    String describe(int trade) {
        if (trade >= size()) {
            return "no trade";
        }
        int at = trade * WORDS;
        return "taker %d, maker %d, price %d, quantity %d"
                .formatted(words[at], words[at + 1], words[at + 2], words[at + 3]);
    }
}
