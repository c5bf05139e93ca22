package org.carbonmarket.registry.rulesets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.carbonmarket.events.quantity.Tonnes;

/**
 * How the plan's years are complied with.
 *
 * @param deadline the last day to surrender
 * @param vintageFrom the oldest vintage admitted
 * @param vintageTo the newest vintage admitted
 * @param offsetShare credits at most, in percent of the obligation; 5 so far
 */
public record SurrenderRules(
        LocalDate deadline, int vintageFrom, int vintageTo, BigDecimal offsetShare) {

    public SurrenderRules {
        Demand.that(vintageFrom <= vintageTo, "the last vintage is before the first");
        Demand.percent(offsetShare, "the share of credits");
    }

    /** Whether allowances of these vintages may be surrendered. */
    public boolean admits(int fromVintage, int toVintage) {
        return vintageFrom <= fromVintage && toVintage <= vintageTo;
    }

    /** The most credits an obligation takes, floored. */
    public Tonnes mostCredits(Tonnes obligation) {
        return Tonnes.of(
                BigDecimal.valueOf(obligation.value())
                        .multiply(offsetShare)
                        .divide(Demand.HUNDRED)
                        .setScale(0, RoundingMode.FLOOR)
                        .longValueExact());
    }
}
