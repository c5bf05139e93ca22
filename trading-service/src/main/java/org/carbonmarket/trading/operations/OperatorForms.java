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
     */
    record Rules(
            @Nullable Long band,
            @Nullable Long largestOrder,
            @Nullable Long feePerMillion,
            @Nullable String smallestFee,
            @Nullable Long positionLimit) {}

    /** A product, or the whole market when none is named, and the record of why. */
    record Halting(@Nullable String product, @Nullable String reason) {}

    /**
     * The operator's request stands on the market's log and takes effect in its order.
     *
     * @param position its place on the log
     */
    record Recorded(String command, long position) {}
}
