package org.carbonmarket.trading.engine.risk;

import org.carbonmarket.events.marketlog.MarketCommand.SetRules;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a market's rules, as an operator set them; new ones apply from the next
 * opening. Money in fen, quantities in tonnes.
 *
 * @param band price limit in hundredths of a percent of the previous close
 * @param largestOrder the largest listed order
 * @param feePerMillion the fee of each side in millionths of an order's traded amount
 * @param smallestFee the least fee of an order that traded
 * @param positionLimit the most an account may hold of a product
 * @param blockBand price limit of block trading, as {@code band}
 * @param smallestBlock the smallest block trade
 * @param largePosition from which share of the position limit on a position is reported, in
 *     hundredths of a percent
 */
public record MarketRules(
        int band,
        long largestOrder,
        int feePerMillion,
        long smallestFee,
        long positionLimit,
        int blockBand,
        long smallestBlock,
        int largePosition) {

    /**
     * Notice of 2021-06-22: listed orders below 100,000 t within +-10 %, blocks from there on
     * within +-30 %. Fees are set by operators.
     */
    public static final MarketRules AT_LAUNCH =
            new MarketRules(1_000, 99_999, 0, 0, 1_000_000_000, 3_000, 100_000, 8_000);

    /** The widest band there can be: every limit of every price stays above zero. */
    static final int WIDEST_BAND = 5_000;

    private static final long LARGEST_ORDER = 10_000_000;
    private static final int HIGHEST_FEE = 100_000;
    private static final long LARGEST_SMALLEST_FEE = 1_000_000_000;
    private static final long PER_MILLION = 1_000_000;
    private static final int WHOLE = 10_000;

    /** The rules a command makes of these: what it leaves out stays. */
    public MarketRules with(SetRules command) {
        Integer newBlockBand = command.blockBand();
        Tonnes newSmallestBlock = command.smallestBlock();
        Integer newLargePosition = command.largePosition();
        return new MarketRules(
                command.band(),
                command.largestOrder().value(),
                command.feePerMillion(),
                command.smallestFee().fen(),
                command.positionLimit().value(),
                newBlockBand == null ? blockBand : newBlockBand,
                newSmallestBlock == null ? smallestBlock : newSmallestBlock.value(),
                newLargePosition == null ? largePosition : newLargePosition);
    }

    /**
     * The first of these rules that cannot be applied, by name: out of the bounds that keep every
     * sum in a long. Null when all are sound.
     */
    public @Nullable String fault() {
        if (!isWithin(band, 1, WIDEST_BAND)) {
            return "band";
        }
        if (!isWithin(largestOrder, 1, LARGEST_ORDER)) {
            return "largestOrder";
        }
        if (!isWithin(feePerMillion, 0, HIGHEST_FEE)) {
            return "feePerMillion";
        }
        if (smallestFee > LARGEST_SMALLEST_FEE) {
            return "smallestFee";
        }
        if (positionLimit > Capacity.TONNES) {
            return "positionLimit";
        }
        if (!isWithin(blockBand, 1, WIDEST_BAND)) {
            return "blockBand";
        }
        if (!isWithin(smallestBlock, 1, Capacity.TONNES)) {
            return "smallestBlock";
        }
        return isWithin(largePosition, 1, WHOLE) ? null : "largePosition";
    }

    private static boolean isWithin(long value, long least, long most) {
        return value >= least && value <= most;
    }

    /**
     * The fee of one side of an order on the whole amount it traded so far, in fen: the rate, half
     * up, but at least the smallest fee; nothing for an order that has not traded.
     */
    public long feeOn(long tradedAmount) {
        if (tradedAmount == 0) {
            return 0;
        }
        // Whole millions apart from the rest: the amount of a block times the rate overflows.
        long ofMillions = Math.multiplyExact(tradedAmount / PER_MILLION, (long) feePerMillion);
        long ofRest = (tradedAmount % PER_MILLION * feePerMillion + PER_MILLION / 2) / PER_MILLION;
        return Math.max(smallestFee, Math.addExact(ofMillions, ofRest));
    }

    public void write(SnapshotWriter to) {
        to.int32(band);
        to.int64(largestOrder);
        to.int32(feePerMillion);
        to.int64(smallestFee);
        to.int64(positionLimit);
        to.int32(blockBand);
        to.int64(smallestBlock);
        to.int32(largePosition);
    }

    public static MarketRules read(SnapshotReader from) {
        return new MarketRules(
                from.int32(),
                from.int64(),
                from.int32(),
                from.int64(),
                from.int64(),
                from.int32(),
                from.int64(),
                from.int32());
    }
}
