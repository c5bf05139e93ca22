package org.carbonmarket.registry.rulesets;

import java.util.List;

/**
 * How a plan computes what a unit is due. The rule set names its formula; the formula holds the
 * plan's numbers, and says which columns a file of units has.
 */
public sealed interface AllocationFormula permits OutputBenchmark, EmissionIntensity {

    /** The classes of units it knows. */
    List<String> unitClasses();

    /** What must be known of a unit beside its name, account and class, as columns of a file. */
    List<Parameter> parameters();

    /** What may be known of a unit. */
    enum Parameter {
        /** MWh, supplied or generated as the plan says. */
        ELECTRICITY("electricity"),
        /** GJ of heat supplied. */
        HEAT("heat"),
        /** {@code WATER}, {@code AIR} or {@code NONE} (back-pressure and other special units). */
        COOLING("cooling"),
        /** Heat supplied as a percentage of all energy supplied. */
        HEAT_RATIO("heatRatio"),
        /** Average output as a percentage of capacity. */
        LOAD_FACTOR("loadFactor"),
        /** Tonnes of product, such as clinker, crude steel or aluminium. */
        OUTPUT("output"),
        /** Verified tonnes of CO2 of the year the stage builds on. */
        EMISSIONS("emissions");

        private final String column;

        Parameter(String column) {
            this.column = column;
        }

        public String column() {
            return column;
        }
    }
}
