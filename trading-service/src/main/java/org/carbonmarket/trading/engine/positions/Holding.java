package org.carbonmarket.trading.engine.positions;

import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;

/**
 * One account's allowances of one product in this market, in tonnes: {@code sellable}, {@code
 * reserved} by sell orders, and {@code boughtToday}, which become sellable at the next opening.
 *
 * <p>{@code owed} is what the account must still give back for a trade that was undone after the
 * allowances had moved on; whatever comes in pays it first. {@code buying} is what open buy orders
 * may still add, for the position limit.
 */
public final class Holding {

    private long sellable;
    private long reserved;
    private long boughtToday;
    private long owed;
    private long buying;

    public long sellable() {
        return sellable;
    }

    public long reserved() {
        return reserved;
    }

    public long boughtToday() {
        return boughtToday;
    }

    public long owed() {
        return owed;
    }

    public long buying() {
        return buying;
    }

    public long total() {
        return Math.addExact(Math.addExact(sellable, reserved), boughtToday);
    }

    /** Allowances come in and may be sold at once. */
    public void receive(long tonnes) {
        long repaid = Math.min(owed, tonnes);
        owed -= repaid;
        sellable = Math.addExact(sellable, tonnes - repaid);
    }

    /** Sellable allowances leave this market. */
    public void release(long tonnes) {
        sellable = Buckets.minus(sellable, tonnes);
    }

    /** A sell order takes them; the opposite of {@link #unreserve}. */
    public void reserve(long tonnes) {
        sellable = Buckets.minus(sellable, tonnes);
        reserved = Math.addExact(reserved, tonnes);
    }

    public void unreserve(long tonnes) {
        reserved = Buckets.minus(reserved, tonnes);
        sellable = Math.addExact(sellable, tonnes);
    }

    /** Reserved allowances are sold. */
    public void sold(long tonnes) {
        reserved = Buckets.minus(reserved, tonnes);
    }

    public void buyOrdered(long tonnes) {
        buying = Math.addExact(buying, tonnes);
    }

    public void buyEnded(long tonnes) {
        buying = Buckets.minus(buying, tonnes);
    }

    /** Bought, to be sold from the next trading day on. */
    public void bought(long tonnes) {
        boughtToday = Math.addExact(boughtToday, tonnes);
    }

    /** What was bought yesterday may be sold today. Tells whether that was anything. */
    public boolean openDay() {
        boolean any = boughtToday > 0;
        sellable = Math.addExact(sellable, boughtToday);
        boughtToday = 0;
        return any;
    }

    /** Gives back a purchase: from today's first, then from the sellable; the rest is owed. */
    public void giveBack(long tonnes) {
        long fromToday = Math.min(boughtToday, tonnes);
        boughtToday -= fromToday;
        long fromSellable = Math.min(sellable, tonnes - fromToday);
        sellable -= fromSellable;
        owed = Math.addExact(owed, tonnes - fromToday - fromSellable);
    }

    /** Whether a purchase could not be given back out of what is at hand. */
    public boolean isShortOf(long tonnes) {
        return tonnes - boughtToday > sellable;
    }

    void verify() {
        Buckets.requireNotNegative(sellable, "sellable");
        Buckets.requireNotNegative(reserved, "reserved");
        Buckets.requireNotNegative(boughtToday, "boughtToday");
        Buckets.requireNotNegative(owed, "owed");
        Buckets.requireNotNegative(buying, "buying");
    }

    boolean isEmpty() {
        return (sellable | reserved | boughtToday | owed | buying) == 0;
    }

    void write(SnapshotWriter to) {
        to.int64(sellable);
        to.int64(reserved);
        to.int64(boughtToday);
        to.int64(owed);
        to.int64(buying);
    }

    static Holding read(SnapshotReader from) {
        Holding holding = new Holding();
        holding.sellable = from.int64();
        holding.reserved = from.int64();
        holding.boughtToday = from.int64();
        holding.owed = from.int64();
        holding.buying = from.int64();
        holding.verify();
        return holding;
    }
}
