package org.carbonmarket.registry.rulesets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.carbonmarket.events.quantity.Tonnes;

/**
 * How a plan rounds. Nothing is rounded but what is named here.
 *
 * @param factorDecimals decimals of each correction factor
 * @param factors such as {@code HALF_UP}
 * @param tonnes such as {@code FLOOR}; each part of a sum on its own
 * @param rateDecimals decimals of a percentage
 * @param rates such as {@code HALF_UP}
 */
public record Rounding(
        int factorDecimals,
        RoundingMode factors,
        RoundingMode tonnes,
        int rateDecimals,
        RoundingMode rates) {

    private static final int MOST_DECIMALS = 12;

    public Rounding {
        Demand.that(
                factorDecimals >= 0 && factorDecimals <= MOST_DECIMALS,
                "a factor has 0 to 12 decimals");
        Demand.that(
                rateDecimals >= 0 && rateDecimals <= MOST_DECIMALS, "a rate has 0 to 12 decimals");
        Demand.that(
                factors != RoundingMode.UNNECESSARY
                        && tonnes != RoundingMode.UNNECESSARY
                        && rates != RoundingMode.UNNECESSARY,
                "a rounding says which way");
    }

    public BigDecimal factor(BigDecimal exact) {
        return exact.setScale(factorDecimals, factors);
    }

    public Tonnes tonnes(BigDecimal exact) {
        return Tonnes.of(exact.setScale(0, tonnes).longValueExact());
    }

    /** part / whole as a percentage. */
    public BigDecimal rate(BigDecimal part, BigDecimal whole) {
        return part.multiply(Demand.HUNDRED)
                .divide(whole, new MathContext(60))
                .setScale(rateDecimals, rates);
    }
}
