package org.carbonmarket.trading.engine.risk;

import org.carbonmarket.events.marketlog.MarketCommand.SetRules;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;

/**
 * The parameters of a market's rules, as an operator set them; new ones apply from the next
 * opening. Money in fen, quantities in tonnes.
 *
 * @param band price limit in hundredths of a percent of the previous close
 * @param largestOrder the largest listed order
 * @param feePerMillion the fee of each side in millionths of an order's traded amount
 * @param smallestFee the least fee of an order that traded
 * @param positionLimit the most an account may hold of a product
 */
public record MarketRules(
        int band, long largestOrder, int feePerMillion, long smallestFee, long positionLimit) {

    /** Notice of 2021-06-22: +-10 %, listed orders below 100,000 t. Fees are set by operators. */
    public static final MarketRules AT_LAUNCH = new MarketRules(1_000, 99_999, 0, 0, 1_000_000_000);

    private static final int WIDEST_BAND = 5_000;
    private static final long LARGEST_ORDER = 10_000_000;
    private static final int HIGHEST_FEE = 100_000;
    private static final long LARGEST_SMALLEST_FEE = 1_000_000_000;
    private static final long PER_MILLION = 1_000_000;

    /** The rules a command sets. */
    public static MarketRules of(SetRules command) {
        return new MarketRules(
                command.band(),
                command.largestOrder().value(),
                command.feePerMillion(),
                command.smallestFee().fen(),
                command.positionLimit().value());
    }

    /** Whether these rules can be applied at all: within bounds that keep every sum in a long. */
    public boolean areSound() {
        return band >= 1
                && band <= WIDEST_BAND
                && largestOrder >= 1
                && largestOrder <= LARGEST_ORDER
                && feePerMillion >= 0
                && feePerMillion <= HIGHEST_FEE
                && smallestFee <= LARGEST_SMALLEST_FEE
                && positionLimit <= Capacity.TONNES;
    }

    /**
     * The fee of one side of an order on the whole amount it traded so far, in fen: the rate, half
     * up, but at least the smallest fee; nothing for an order that has not traded.
     */
    public long feeOn(long tradedAmount) {
        if (tradedAmount == 0) {
            return 0;
        }
        long scaled = Math.multiplyExact(tradedAmount, (long) feePerMillion);
        long fee = Math.addExact(scaled, PER_MILLION / 2) / PER_MILLION;
        return Math.max(smallestFee, fee);
    }

    public void write(SnapshotWriter to) {
        to.int32(band);
        to.int64(largestOrder);
        to.int32(feePerMillion);
        to.int64(smallestFee);
        to.int64(positionLimit);
    }

    public static MarketRules read(SnapshotReader from) {
        return new MarketRules(
                from.int32(), from.int64(), from.int32(), from.int64(), from.int64());
    }
}
