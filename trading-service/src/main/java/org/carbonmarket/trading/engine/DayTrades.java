package org.carbonmarket.trading.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.carbonmarket.events.trading.TradingMethod;
import org.carbonmarket.trading.engine.UnsettledTrades.UnsettledTrade;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;
import org.jspecify.annotations.Nullable;

/** The trades of the day, for voiding them and for surveillance; forgotten at the next opening. */
final class DayTrades {

    /**
     * A trade as it was made.
     *
     * @param price in fen
     * @param second when, in seconds since 1970
     */
    record MadeTrade(UnsettledTrade trade, TradingMethod method, long price, long second) {}

    private final List<MadeTrade> trades = new ArrayList<>();

    /** Numbers of trades that count no more: voided, or undone by settlement. */
    private final TreeSet<Long> ended = new TreeSet<>();

    void add(MadeTrade trade) {
        trades.add(trade);
    }

    /** Trades come in the order of their numbers, so they are searched as a sorted list. */
    @Nullable MadeTrade find(long number) {
        int low = 0;
        int high = trades.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = trades.get(middle).trade().trade();
            if (found == number) {
                return trades.get(middle);
            }
            if (found < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    void end(long number) {
        ended.add(number);
    }

    boolean hasEnded(long number) {
        return ended.contains(number);
    }

    /** Those that count, in trade order. */
    List<MadeTrade> standing() {
        if (ended.isEmpty()) {
            return Collections.unmodifiableList(trades);
        }
        return trades.stream().filter(made -> !ended.contains(made.trade().trade())).toList();
    }

    void forgetAll() {
        trades.clear();
        ended.clear();
    }

    void write(SnapshotWriter to) {
        to.int32(trades.size());
        for (MadeTrade made : trades) {
            made.trade().write(to);
            to.choice(made.method());
            to.int64(made.price());
            to.int64(made.second());
        }
        to.int32(ended.size());
        ended.forEach(to::int64);
    }

    static DayTrades read(SnapshotReader from) {
        DayTrades day = new DayTrades();
        for (int left = from.count(); left > 0; left--) {
            day.add(
                    new MadeTrade(
                            UnsettledTrade.read(from),
                            from.oneOf(TradingMethod.class),
                            from.int64(),
                            from.int64()));
        }
        for (int left = from.count(); left > 0; left--) {
            day.end(from.int64());
        }
        return day;
    }
}
