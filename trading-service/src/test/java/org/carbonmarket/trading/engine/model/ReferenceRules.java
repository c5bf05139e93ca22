package org.carbonmarket.trading.engine.model;

import java.math.BigInteger;
import org.carbonmarket.events.marketlog.MarketCommand.SetRules;
import org.jspecify.annotations.Nullable;

/** A market's rules, with fees reckoned in numbers that do not overflow. */
record ReferenceRules(
        int band,
        long largestOrder,
        int feePerMillion,
        long smallestFee,
        long positionLimit,
        int blockBand,
        long smallestBlock,
        int largePosition) {

    static final ReferenceRules AT_LAUNCH =
            new ReferenceRules(1_000, 99_999, 0, 0, 1_000_000_000, 3_000, 100_000, 8_000);

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    ReferenceRules with(SetRules command) {
        return new ReferenceRules(
                command.band(),
                command.largestOrder().value(),
                command.feePerMillion(),
                command.smallestFee().fen(),
                command.positionLimit().value(),
                command.blockBand() == null ? blockBand : command.blockBand(),
                command.smallestBlock() == null ? smallestBlock : command.smallestBlock().value(),
                command.largePosition() == null ? largePosition : command.largePosition());
    }

    /** The first rule out of its range. */
    @Nullable String fault() {
        if (band < 1 || band > 5_000) {
            return "band";
        }
        if (largestOrder < 1 || largestOrder > 10_000_000) {
            return "largestOrder";
        }
        if (feePerMillion < 0 || feePerMillion > 100_000) {
            return "feePerMillion";
        }
        if (smallestFee > 1_000_000_000) {
            return "smallestFee";
        }
        if (positionLimit > 1_000_000_000_000L) {
            return "positionLimit";
        }
        if (blockBand < 1 || blockBand > 5_000) {
            return "blockBand";
        }
        if (smallestBlock < 1 || smallestBlock > 1_000_000_000_000L) {
            return "smallestBlock";
        }
        return largePosition < 1 || largePosition > 10_000 ? "largePosition" : null;
    }

    /** The fee on a whole amount: the rate half up, at least the smallest; nothing on nothing. */
    BigInteger fee(BigInteger amount) {
        if (amount.signum() == 0) {
            return BigInteger.ZERO;
        }
        BigInteger exact = amount.multiply(BigInteger.valueOf(feePerMillion));
        BigInteger rounded = exact.add(MILLION.shiftRight(1)).divide(MILLION);
        return rounded.max(BigInteger.valueOf(smallestFee));
    }
}
