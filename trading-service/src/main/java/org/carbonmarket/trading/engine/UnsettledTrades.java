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
            to.int64(trade.trade);
            to.int32(trade.product);
            to.int32(trade.buyer);
            to.int32(trade.seller);
            to.int64(trade.tonnes);
            to.int64(trade.amount);
            to.int64(trade.buyerFee);
            to.int64(trade.sellerFee);
        }
    }

    static UnsettledTrades read(SnapshotReader from) {
        UnsettledTrades trades = new UnsettledTrades();
        for (int left = from.count(); left > 0; left--) {
            trades.add(
                    new UnsettledTrade(
                            from.int64(),
                            from.int32(),
                            from.int32(),
                            from.int32(),
                            from.int64(),
                            from.int64(),
                            from.int64(),
                            from.int64()));
        }
        return trades;
    }
}
