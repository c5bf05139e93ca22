package org.carbonmarket.registry.allocation.formula;

import java.math.BigDecimal;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.rulesets.EmissionIntensity;
import org.carbonmarket.registry.rulesets.OutputBenchmark;
import org.carbonmarket.registry.rulesets.PreAllocation;
import org.carbonmarket.registry.rulesets.RuleSet;

/** Computes what units and entities are due under one rule set. Only integers and decimals. */
public final class Calculation {

    private final RuleSet rules;

    public Calculation(RuleSet rules) {
        this.rules = rules;
    }

    /** What a unit is due on its verified figures. */
    public UnitDue onVerifiedFigures(UnitActivity unit) {
        return byFormula(unit, true);
    }

    /** What a unit gets in advance, on the figures its plan takes for that. */
    public UnitDue inAdvance(UnitActivity unit) {
        PreAllocation share = rules.preAllocation();
        return switch (share.basis()) {
            case OUTPUT -> byFormula(unit.share(share.fraction()), false);
            case PREVIOUS_EMISSIONS ->
                    new UnitDue(
                            rules.rounding()
                                    .tonnes(
                                            BigDecimal.valueOf(unit.emissions().value())
                                                    .multiply(share.fraction())),
                            BigDecimal.ONE,
                            "%s %% of %s t verified the year before"
                                    .formatted(share.share(), unit.emissions()));
        };
    }

    /**
     * What an entity is due: the sum of its units, and no less than its plan's cap on the shortfall
     * leaves it.
     */
    public Tonnes entityDue(Tonnes units, Tonnes verifiedEmissions) {
        if (rules.caps() == null) {
            return units;
        }
        Tonnes least = rules.caps().leastDue(verifiedEmissions);
        return units.compareTo(least) < 0 ? least : units;
    }

    private UnitDue byFormula(UnitActivity unit, boolean verified) {
        return switch (rules.formula()) {
            case OutputBenchmark plan ->
                    new BenchmarkCalculation(plan, rules.rounding()).due(unit, verified);
            case EmissionIntensity plan ->
                    new IntensityCalculation(plan, rules.rounding()).due(unit);
        };
    }
}
