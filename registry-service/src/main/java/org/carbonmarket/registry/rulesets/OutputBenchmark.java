package org.carbonmarket.registry.rulesets;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Allowances by output and benchmark, as the power sector's plans have it: A = Ae + Ah, where Ae is
 * electricity x benchmark x correction factors and Ah is heat x benchmark.
 *
 * @param electricity which megawatt hours count
 * @param cooling the factors by way of cooling; absent where the plan has none
 * @param load the factors by load
 */
public record OutputBenchmark(
        ElectricityBasis electricity,
        List<Benchmark> benchmarks,
        @Nullable CoolingFactors cooling,
        LoadCorrection load)
        implements AllocationFormula {

    public OutputBenchmark {
        benchmarks = List.copyOf(benchmarks);
        Demand.distinct(benchmarks.stream().map(Benchmark::unitClass).toList(), "unit class");
    }

    /** The benchmark of a class, when the plan knows the class. */
    public Optional<Benchmark> benchmark(String unitClass) {
        return benchmarks.stream().filter(each -> each.unitClass().equals(unitClass)).findFirst();
    }

    @Override
    public List<String> unitClasses() {
        return benchmarks.stream().map(Benchmark::unitClass).toList();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.ELECTRICITY,
                Parameter.HEAT,
                Parameter.COOLING,
                Parameter.HEAT_RATIO,
                Parameter.LOAD_FACTOR,
                Parameter.EMISSIONS);
    }

    /** Which megawatt hours a plan counts. */
    public enum ElectricityBasis {
        SUPPLIED,
        GENERATED
    }

    /**
     * The numbers of one class of units.
     *
     * @param power tonnes of CO2 per MWh
     * @param heat tonnes of CO2 per GJ
     * @param heatSlope what the heat factor 1 - slope x r loses by the heat ratio r; 0 for none
     * @param loadCorrected whether the load factor applies to the class
     * @param atLeastEmissions whether a unit is due at least its verified emissions
     */
    public record Benchmark(
            String unitClass,
            String description,
            BigDecimal power,
            BigDecimal heat,
            BigDecimal heatSlope,
            boolean loadCorrected,
            boolean atLeastEmissions) {

        private static final BigDecimal GREATEST = BigDecimal.TEN;

        public Benchmark {
            Demand.that(!unitClass.isBlank(), "a unit class has a name");
            Demand.within(power, BigDecimal.ZERO, GREATEST, "a power benchmark");
            Demand.within(heat, BigDecimal.ZERO, GREATEST, "a heat benchmark");
            Demand.within(heatSlope, BigDecimal.ZERO, BigDecimal.ONE, "a heat slope");
        }
    }

    /** Factors by way of cooling; a unit that does not condense has 1. */
    public record CoolingFactors(BigDecimal water, BigDecimal air) {

        public CoolingFactors {
            Demand.plain(water, "a cooling factor");
            Demand.plain(air, "a cooling factor");
            Demand.that(water.signum() > 0 && air.signum() > 0, "a factor is above zero");
        }
    }
}
