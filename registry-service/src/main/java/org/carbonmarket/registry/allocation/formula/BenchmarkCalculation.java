package org.carbonmarket.registry.allocation.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.rulesets.LoadCorrection;
import org.carbonmarket.registry.rulesets.LoadCorrection.Curve;
import org.carbonmarket.registry.rulesets.OutputBenchmark;
import org.carbonmarket.registry.rulesets.OutputBenchmark.Benchmark;
import org.carbonmarket.registry.rulesets.Rounding;

/**
 * A = Ae + Ah (allocation plans for power generation). Each factor is rounded on its own, and so
 * are Ae and Ah; nothing else is.
 */
final class BenchmarkCalculation {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final OutputBenchmark plan;
    private final Rounding rounding;

    BenchmarkCalculation(OutputBenchmark plan, Rounding rounding) {
        this.plan = plan;
        this.rounding = rounding;
    }

    /**
     * @param verified whether the unit's emissions are those of the year itself, so that the plan's
     *     floor of a class may apply
     */
    UnitDue due(UnitActivity unit, boolean verified) {
        Benchmark benchmark =
                plan.benchmark(unit.unitClass())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "no benchmark for class " + unit.unitClass()));
        List<BigDecimal> factors = factors(unit, benchmark);
        BigDecimal factor = factors.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
        Tonnes electricity =
                rounding.tonnes(unit.electricity().multiply(benchmark.power()).multiply(factor));
        Tonnes heat = rounding.tonnes(unit.heat().multiply(benchmark.heat()));
        Tonnes computed = electricity.plus(heat);
        String working = working(unit, benchmark, factors, electricity, heat);
        if (verified && benchmark.atLeastEmissions() && computed.compareTo(unit.emissions()) < 0) {
            return new UnitDue(
                    unit.emissions(),
                    factor,
                    working + "; raised to verified emissions of " + unit.emissions() + " t");
        }
        return new UnitDue(computed, factor, working);
    }

    private List<BigDecimal> factors(UnitActivity unit, Benchmark benchmark) {
        List<BigDecimal> factors = new ArrayList<>();
        if (plan.cooling() != null) {
            factors.add(
                    switch (unit.cooling()) {
                        case WATER -> plan.cooling().water();
                        case AIR -> plan.cooling().air();
                        case NONE -> BigDecimal.ONE;
                    });
        }
        if (benchmark.heatSlope().signum() > 0) {
            BigDecimal ratio = unit.heatRatio().divide(HUNDRED);
            factors.add(
                    rounding.factor(
                            BigDecimal.ONE.subtract(benchmark.heatSlope().multiply(ratio))));
        }
        if (benchmark.loadCorrected() && isLoadCorrected(unit)) {
            factors.add(loadFactor(unit.loadFactor()));
        }
        return factors;
    }

    private boolean isLoadCorrected(UnitActivity unit) {
        return switch (plan.load().appliesTo()) {
            case PURE_CONDENSING -> unit.isPureCondensing();
            case ALL -> true;
        };
    }

    private BigDecimal loadFactor(BigDecimal loadPercent) {
        LoadCorrection.Band band = plan.load().bandOf(loadPercent);
        return rounding.factor(
                switch (band.curve()) {
                    case Curve.Linear(var base, var slope, var pivot) ->
                            base.add(slope.multiply(pivot.subtract(loadPercent)));
                    case Curve.Power(var base, var constant, var slope) ->
                            DecimalPower.of(
                                    base,
                                    constant.subtract(slope.multiply(loadPercent.divide(HUNDRED))));
                });
    }

    private static String working(
            UnitActivity unit,
            Benchmark benchmark,
            List<BigDecimal> factors,
            Tonnes electricity,
            Tonnes heat) {
        StringBuilder text = new StringBuilder(120);
        text.append(unit.electricity().toPlainString())
                .append(" MWh x ")
                .append(benchmark.power().toPlainString());
        factors.forEach(factor -> text.append(" x ").append(factor.toPlainString()));
        text.append(" = ").append(electricity).append(" t");
        if (unit.heat().signum() > 0) {
            text.append("; ")
                    .append(unit.heat().toPlainString())
                    .append(" GJ x ")
                    .append(benchmark.heat().toPlainString())
                    .append(" = ")
                    .append(heat)
                    .append(" t");
        }
        return text.toString();
    }
}
