package org.carbonmarket.trading.engine;

import java.util.Arrays;
import org.agrona.collections.Long2ObjectHashMap;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;
import org.jspecify.annotations.Nullable;

/** The trades settlement has not yet spoken about. A trade leaves when it is settled or failed. */
final class UnsettledTrades {

    /** What a trade moved between two accounts; money in fen, accounts and product by number. */
    record UnsettledTrade(
            long trade,
            int product,
            int buyer,
            int seller,
            long tonnes,
            long amount,
            long buyerFee,
            long sellerFee) {

        long paid() {
            return Math.addExact(amount, buyerFee);
        }

        long proceeds() {
            return Math.subtractExact(amount, sellerFee);
        }

        /** The same trade backwards, under a number of its own: fees come back, hence negative. */
        UnsettledTrade reversedAs(long number) {
            return new UnsettledTrade(
                    number, product, seller, buyer, tonnes, amount, -sellerFee, -buyerFee);
        }

        void write(SnapshotWriter to) {
            to.int64(trade);
            to.int32(product);
            to.int32(buyer);
            to.int32(seller);
            to.int64(tonnes);
            to.int64(amount);
            to.int64(buyerFee);
            to.int64(sellerFee);
        }

        static UnsettledTrade read(SnapshotReader from) {
            return new UnsettledTrade(
                    from.int64(),
                    from.int32(),
                    from.int32(),
                    from.int32(),
                    from.int64(),
                    from.int64(),
                    from.int64(),
                    from.int64());
        }
    }

    private final Long2ObjectHashMap<UnsettledTrade> byNumber = new Long2ObjectHashMap<>();

    void add(UnsettledTrade trade) {
        byNumber.put(trade.trade(), trade);
    }

    /** Takes a trade out for good; null when it is unknown or final already. */
    @Nullable UnsettledTrade remove(long trade) {
        return byNumber.remove(trade);
    }

    int size() {
        return byNumber.size();
    }

    void write(SnapshotWriter to) {
        UnsettledTrade[] sorted = byNumber.values().toArray(new UnsettledTrade[0]);
        Arrays.sort(sorted, (a, b) -> Long.compare(a.trade, b.trade));
        to.int32(sorted.length);
        for (UnsettledTrade trade : sorted) {
            trade.write(to);
        }
    }

    static UnsettledTrades read(SnapshotReader from) {
        UnsettledTrades trades = new UnsettledTrades();
        for (int left = from.count(); left > 0; left--) {
            trades.add(UnsettledTrade.read(from));
        }
        return trades;
    }
}
