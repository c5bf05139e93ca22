package org.carbonmarket.registry.rulesets;

import java.math.BigDecimal;
import java.util.List;

/**
 * The factor for running below capacity, by bands of the load factor F in percent.
 *
 * @param appliesTo which units of a corrected class get it
 * @param bands from the highest load down; the last begins at 0
 */
public record LoadCorrection(AppliesTo appliesTo, List<Band> bands) {

    public LoadCorrection {
        bands = List.copyOf(bands);
        Demand.that(!bands.isEmpty(), "at least one band of the load factor is needed");
        for (int i = 1; i < bands.size(); i++) {
            Demand.that(
                    bands.get(i).from().compareTo(bands.get(i - 1).from()) < 0,
                    "bands go from the highest load down");
        }
        Demand.that(bands.getLast().from().signum() == 0, "the last band begins at 0");
    }

    /** The band a load factor falls into. */
    public Band bandOf(BigDecimal loadPercent) {
        return bands.stream()
                .filter(band -> loadPercent.compareTo(band.from()) >= 0)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a load is not negative"));
    }

    /** Which units a load factor is for. */
    public enum AppliesTo {
        /** Units that supply no heat. */
        PURE_CONDENSING,
        ALL
    }

    /**
     * A band of loads and the curve in it.
     *
     * @param from its lower end in percent, inclusive
     */
    public record Band(BigDecimal from, Curve curve) {

        public Band {
            Demand.percent(from, "a band's lower end");
        }
    }

    /** A factor as a function of the load in percent. */
    public sealed interface Curve {

        /** base + slope x (pivot - load). */
        record Linear(BigDecimal base, BigDecimal slope, BigDecimal pivot) implements Curve {

            public Linear {
                Demand.plain(base, "the base of a line");
                Demand.plain(slope, "the slope of a line");
                Demand.plain(pivot, "the pivot of a line");
            }
        }

        /** base to the power of (constant - slope x load / 100). */
        record Power(BigDecimal base, BigDecimal constant, BigDecimal slope) implements Curve {

            public Power {
                Demand.within(base, BigDecimal.ONE, BigDecimal.TWO, "the base of a power");
                Demand.plain(constant, "an exponent's constant");
                Demand.plain(slope, "an exponent's slope");
                Demand.within(
                        constant.subtract(slope).abs().max(constant.abs()),
                        BigDecimal.ZERO,
                        Demand.HUNDRED,
                        "an exponent");
            }
        }
    }
}
