package org.carbonmarket.registry.rulesets;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is allocated before emissions are verified.
 *
 * @param share in percent; 70 in the plans so far
 * @param basis what the share is of
 * @param outputYear the year whose output counts, where the basis is output
 */
public record PreAllocation(BigDecimal share, Basis basis, @Nullable Integer outputYear) {

    public PreAllocation {
        Demand.percent(share, "the pre-allocated share");
        Demand.that(
                (basis == Basis.OUTPUT) == (outputYear != null),
                "an output year goes with the basis OUTPUT");
    }

    /** The share as a fraction. */
    public BigDecimal fraction() {
        return share.divide(Demand.HUNDRED);
    }

    /** What a pre-allocation is computed from. */
    public enum Basis {
        /** The formula on that share of an earlier year's output. */
        OUTPUT,
        /** That share of the verified emissions of the year before. */
        PREVIOUS_EMISSIONS
    }
}
