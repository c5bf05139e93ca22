package org.carbonmarket.trading.engine.session;

import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;
import org.jspecify.annotations.Nullable;

/**
 * What one product traded in a day. Prices are of listed trades; 0 stands for none yet. Block
 * trades are counted apart: no quote, opening or closing price knows of them.
 */
public final class DayFigures {

    private long open;
    private long high;
    private long low;
    private long last;
    private long trades;
    private long volume;
    private long amount;
    private long blockTrades;
    private long blockVolume;
    private long blockAmount;

    /** Counts a listed trade; {@code fen} is its price, {@code tradedAmount} its amount in fen. */
    public void traded(long fen, long tonnes, long tradedAmount) {
        open = open == 0 ? fen : open;
        high = Math.max(high, fen);
        low = low == 0 ? fen : Math.min(low, fen);
        last = fen;
        trades++;
        volume = Math.addExact(volume, tonnes);
        amount = Math.addExact(amount, tradedAmount);
    }

    /** Counts a block trade. */
    public void tradedBlock(long tonnes, long tradedAmount) {
        blockTrades++;
        blockVolume = Math.addExact(blockVolume, tonnes);
        blockAmount = Math.addExact(blockAmount, tradedAmount);
    }

    public @Nullable Price open() {
        return priceOrNone(open);
    }

    public @Nullable Price high() {
        return priceOrNone(high);
    }

    public @Nullable Price low() {
        return priceOrNone(low);
    }

    public @Nullable Price last() {
        return priceOrNone(last);
    }

    /** Trades by all methods. */
    public long trades() {
        return trades + blockTrades;
    }

    /** The listed volume; {@code amount} goes with it. */
    public Tonnes volume() {
        return Tonnes.of(volume);
    }

    public Money amount() {
        return Money.ofFen(amount);
    }

    public boolean hasBlocks() {
        return blockTrades > 0;
    }

    public Tonnes blockVolume() {
        return Tonnes.of(blockVolume);
    }

    public Money blockAmount() {
        return Money.ofFen(blockAmount);
    }

    /** The volume-weighted average so far, half up to the tick; at the close the closing price. */
    public @Nullable Price average() {
        return volume == 0 ? null : Price.average(amount(), volume());
    }

    private static @Nullable Price priceOrNone(long fen) {
        return fen == 0 ? null : Price.ofFen(fen);
    }

    public void write(SnapshotWriter to) {
        to.int64(open);
        to.int64(high);
        to.int64(low);
        to.int64(last);
        to.int64(trades);
        to.int64(volume);
        to.int64(amount);
        to.int64(blockTrades);
        to.int64(blockVolume);
        to.int64(blockAmount);
    }

    public static DayFigures read(SnapshotReader from) {
        DayFigures read = new DayFigures();
        read.open = from.int64();
        read.high = from.int64();
        read.low = from.int64();
        read.last = from.int64();
        read.trades = from.int64();
        read.volume = from.int64();
        read.amount = from.int64();
        read.blockTrades = from.int64();
        read.blockVolume = from.int64();
        read.blockAmount = from.int64();
        return read;
    }
}
