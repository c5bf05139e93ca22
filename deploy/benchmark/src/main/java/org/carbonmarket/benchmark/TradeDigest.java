package org.carbonmarket.benchmark;

/** Reads every field of every trade, as a consumer would, and keeps a sum. */
final class TradeDigest implements TradeSink {

    private long sum;

    @Override
    public void trade(long taker, long maker, long price, long quantity) {
        sum = sum * 31 + (taker ^ maker) + price * quantity;
    }

    long sum() {
        return sum;
    }
}
