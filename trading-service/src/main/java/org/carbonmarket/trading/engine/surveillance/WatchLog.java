package org.carbonmarket.trading.engine.surveillance;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;

/** What surveillance remembers of a day, and how many alerts there ever were. */
public final class WatchLog {

    /** How often large orders were cancelled, and how much they were for in all. */
    public record Cancels(int count, long tonnes) {}

    private final SortedMap<String, Cancels> cancels = new TreeMap<>();
    private final SortedSet<String> told = new TreeSet<>();
    private long alerts;

    public long nextAlert() {
        return ++alerts;
    }

    /** Counts a cancelled large order; returns the day's sum on that side. */
    public Cancels cancelled(int account, int product, Side side, long tonnes) {
        return cancels.merge(
                account + "/" + product + "/" + side,
                new Cancels(1, tonnes),
                (sum, one) ->
                        new Cancels(sum.count + one.count, Math.addExact(sum.tonnes, one.tonnes)));
    }

    /** Whether this is a control group's first trade with itself today. */
    public boolean isFirstWash(int product, String group) {
        return told.add("wash/" + product + "/" + group);
    }

    /** Whether an account's large position is not yet reported today. */
    public boolean isFirstLarge(int account, int product) {
        return told.add("large/" + account + "/" + product);
    }

    public void openDay() {
        cancels.clear();
        told.clear();
    }

    public void write(SnapshotWriter to) {
        to.int64(alerts);
        to.int32(told.size());
        told.forEach(to::text);
        to.int32(cancels.size());
        cancels.forEach((key, sum) -> {
            to.text(key);
            to.int32(sum.count);
            to.int64(sum.tonnes);
        });
    }

    public static WatchLog read(SnapshotReader from) {
        WatchLog log = new WatchLog();
        log.alerts = from.int64();
        for (int left = from.count(); left > 0; left--) {
            log.told.add(from.text());
        }
        for (int left = from.count(); left > 0; left--) {
            log.cancels.put(from.text(), new Cancels(from.int32(), from.int64()));
        }
        return log;
    }
}
