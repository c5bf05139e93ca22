package org.carbonmarket.trading.engine.session;

import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;

/** What one product traded in a day by one method. */
public final class MethodFigures {

    private long trades;
    private long volume;
    private long amount;

    void traded(long tonnes, long tradedAmount) {
        trades++;
        volume = Math.addExact(volume, tonnes);
        amount = Math.addExact(amount, tradedAmount);
    }

    void voided(long tonnes, long tradedAmount) {
        trades--;
        volume = Math.subtractExact(volume, tonnes);
        amount = Math.subtractExact(amount, tradedAmount);
    }

    public long trades() {
        return trades;
    }

    public boolean isEmpty() {
        return trades == 0;
    }

    public Tonnes volume() {
        return Tonnes.of(volume);
    }

    public Money amount() {
        return Money.ofFen(amount);
    }

    void write(SnapshotWriter to) {
        to.int64(trades);
        to.int64(volume);
        to.int64(amount);
    }

    static MethodFigures read(SnapshotReader from) {
        MethodFigures read = new MethodFigures();
        read.trades = from.int64();
        read.volume = from.int64();
        read.amount = from.int64();
        return read;
    }
}
