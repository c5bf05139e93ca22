package org.carbonmarket.trading.engine.session;

import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.TradingMethod;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;
import org.jspecify.annotations.Nullable;

/**
 * What one product traded in a day. Prices are of listed trades; 0 stands for none yet. Block
 * trades and auctions are counted apart: no quote, opening or closing price knows of them.
 */
public final class DayFigures {

    private long open;
    private long high;
    private long low;
    private long last;
    private MethodFigures listed = new MethodFigures();
    private MethodFigures block = new MethodFigures();
    private MethodFigures auction = new MethodFigures();

    /** Counts a listed trade; {@code fen} is its price, {@code tradedAmount} its amount in fen. */
    public void traded(long fen, long tonnes, long tradedAmount) {
        open = open == 0 ? fen : open;
        high = Math.max(high, fen);
        low = low == 0 ? fen : Math.min(low, fen);
        last = fen;
        listed.traded(tonnes, tradedAmount);
    }

    /** Counts a block trade. */
    public void tradedBlock(long tonnes, long tradedAmount) {
        block.traded(tonnes, tradedAmount);
    }

    /** Counts a trade of an auction. */
    public void tradedInAuction(long tonnes, long tradedAmount) {
        auction.traded(tonnes, tradedAmount);
    }

    /** A voided trade counts no more; opening, high and low price stay what the public saw. */
    public void voided(TradingMethod method, long tonnes, long tradedAmount) {
        switch (method) {
            case LISTED -> listed.voided(tonnes, tradedAmount);
            case BLOCK -> block.voided(tonnes, tradedAmount);
            case AUCTION -> auction.voided(tonnes, tradedAmount);
        }
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

    public MethodFigures listed() {
        return listed;
    }

    public MethodFigures block() {
        return block;
    }

    public MethodFigures auction() {
        return auction;
    }

    /** Trades by all methods. */
    public long trades() {
        return listed.trades() + block.trades() + auction.trades();
    }

    /** The volume by all methods. */
    public Tonnes volume() {
        return listed.volume().plus(block.volume()).plus(auction.volume());
    }

    /** The amount by all methods. */
    public Money amount() {
        return listed.amount().plus(block.amount()).plus(auction.amount());
    }

    /**
     * The volume-weighted average of listed trades so far, half up to the tick; at the close the
     * closing price.
     */
    public @Nullable Price average() {
        return listed.isEmpty() ? null : Price.average(listed.amount(), listed.volume());
    }

    private static @Nullable Price priceOrNone(long fen) {
        return fen == 0 ? null : Price.ofFen(fen);
    }

    public void write(SnapshotWriter to) {
        to.int64(open);
        to.int64(high);
        to.int64(low);
        to.int64(last);
        listed.write(to);
        block.write(to);
        auction.write(to);
    }

    public static DayFigures read(SnapshotReader from) {
        DayFigures read = new DayFigures();
        read.open = from.int64();
        read.high = from.int64();
        read.low = from.int64();
        read.last = from.int64();
        read.listed = MethodFigures.read(from);
        read.block = MethodFigures.read(from);
        read.auction = MethodFigures.read(from);
        return read;
    }
}
