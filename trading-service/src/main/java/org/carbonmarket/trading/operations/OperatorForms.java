package org.carbonmarket.trading.operations;

import org.jspecify.annotations.Nullable;

/** What a market operator sends. */
final class OperatorForms {

    private OperatorForms() {}

    /**
     * Trade a product from the next opening on.
     *
     * @param referencePrice absent: the market's composite close of the day before
     */
    record Listing(@Nullable String product, @Nullable String referencePrice) {}

    /**
     * The rules from the next opening on.
     *
     * @param band price limit in hundredths of a percent; 1000 is 10 %
     * @param largestOrder tonnes
     * @param feePerMillion millionths of the amount, each side
     * @param smallestFee yuan, per order that traded
     * @param positionLimit tonnes of a product per account
     * @param blockBand price limit of block trading, as {@code band}; absent: as it is
     * @param smallestBlock tonnes; absent: as it is
     * @param largePosition from which share of the limit on a position is reported, in hundredths
     *     of a percent; absent: as it is
     */
    record Rules(
            @Nullable Long band,
            @Nullable Long largestOrder,
            @Nullable Long feePerMillion,
            @Nullable String smallestFee,
            @Nullable Long positionLimit,
            @Nullable Long blockBand,
            @Nullable Long smallestBlock,
            @Nullable Long largePosition) {}

    /**
     * What differs for one product from the next opening on; what is absent is as for the market.
     *
     * @param band price limit in hundredths of a percent
     * @param blockBand price limit of block trading, likewise
     * @param positionLimit tonnes per account
     */
    record ProductRules(
            @Nullable Long band, @Nullable Long blockBand, @Nullable Long positionLimit) {}

    /** A product, or the whole market when none is named, and the record of why. */
    record Halting(@Nullable String product, @Nullable String reason) {}

    /**
     * The operator's request stands on the market's log and takes effect in its order.
     *
     * @param position its place on the log
     */
    record Recorded(String command, long position) {}
}
