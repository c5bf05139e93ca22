package org.carbonmarket.registry.allocation.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import org.carbonmarket.registry.rulesets.EmissionIntensity;
import org.carbonmarket.registry.rulesets.EmissionIntensity.BalancePoint;
import org.carbonmarket.registry.rulesets.Rounding;

/**
 * A = E x (1 + a) (allocation plan for steel, cement and aluminium). X is rounded as a rate in
 * percent, 1 + a as a factor, A as tonnes.
 */
final class IntensityCalculation {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Digits of the intensity, far more than the rate of two decimals that is made of it. */
    private static final MathContext DIGITS = new MathContext(60);

    private final EmissionIntensity plan;
    private final Rounding rounding;

    IntensityCalculation(EmissionIntensity plan, Rounding rounding) {
        this.plan = plan;
        this.rounding = rounding;
    }

    UnitDue due(UnitActivity unit) {
        BalancePoint point =
                plan.balancePoint(unit.unitClass())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "no balance point for class " + unit.unitClass()));
        BigDecimal emissions = BigDecimal.valueOf(unit.emissions().value());
        if (unit.output().signum() == 0) {
            return new UnitDue(unit.emissions(), BigDecimal.ONE, "no output: as much as emitted");
        }
        BigDecimal intensity = emissions.divide(unit.output(), DIGITS);
        BigDecimal advantage = rounding.rate(point.balance().subtract(intensity), point.balance());
        BigDecimal factor = rounding.factor(BigDecimal.ONE.add(reward(advantage)));
        return new UnitDue(
                rounding.tonnes(emissions.multiply(factor)),
                factor,
                "%s t x %s, intensity %s %% below the balance point %s"
                        .formatted(
                                unit.emissions(),
                                factor.toPlainString(),
                                advantage.toPlainString(),
                                point.balance().toPlainString()));
    }

    /** a, from X in percent. */
    private BigDecimal reward(BigDecimal advantage) {
        if (advantage.abs().compareTo(plan.linearWithin()) < 0) {
            return plan.slope().multiply(advantage.divide(HUNDRED));
        }
        return advantage.signum() < 0 ? plan.limit().negate() : plan.limit();
    }
}
