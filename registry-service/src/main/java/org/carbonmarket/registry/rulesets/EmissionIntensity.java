package org.carbonmarket.registry.rulesets;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Allowances by verified emissions and intensity, as the plans for steel, cement and aluminium have
 * it: A = E x (1 + a), where X = (BP - I) / BP, a = slope x X while |X| is below {@code
 * linearWithin}, and the limit with X's sign beyond. I is emissions per tonne of product.
 *
 * @param slope 0.15 in the plan for 2025
 * @param linearWithin in percent; 20 in the plan for 2025
 * @param limit 0.03 in the plan for 2025
 */
public record EmissionIntensity(
        List<BalancePoint> balancePoints,
        BigDecimal slope,
        BigDecimal linearWithin,
        BigDecimal limit)
        implements AllocationFormula {

    public EmissionIntensity {
        balancePoints = List.copyOf(balancePoints);
        Demand.distinct(balancePoints.stream().map(BalancePoint::unitClass).toList(), "unit class");
        Demand.within(slope, BigDecimal.ZERO, BigDecimal.ONE, "the slope");
        Demand.percent(linearWithin, "the linear range");
        Demand.within(limit, BigDecimal.ZERO, BigDecimal.ONE, "the limit");
    }

    /** The balance point of a class, when the plan knows the class. */
    public Optional<BalancePoint> balancePoint(String unitClass) {
        return balancePoints.stream()
                .filter(each -> each.unitClass().equals(unitClass))
                .findFirst();
    }

    @Override
    public List<String> unitClasses() {
        return balancePoints.stream().map(BalancePoint::unitClass).toList();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.OUTPUT, Parameter.EMISSIONS);
    }

    /**
     * The intensity at which a class neither gains nor loses.
     *
     * @param balance tonnes of CO2 per tonne of product
     */
    public record BalancePoint(String unitClass, String description, BigDecimal balance) {

        public BalancePoint {
            Demand.that(!unitClass.isBlank(), "a unit class has a name");
            Demand.plain(balance, "a balance point");
            Demand.that(balance.signum() > 0, "a balance point is above zero");
        }
    }
}
