package org.carbonmarket.registry.rulesets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.carbonmarket.events.quantity.Tonnes;

/**
 * How far an entity may fall short of its verified emissions.
 *
 * @param greatestShortfall in percent of verified emissions; 20 in the power plans
 */
public record Caps(BigDecimal greatestShortfall) {

    public Caps {
        Demand.percent(greatestShortfall, "the greatest shortfall");
    }

    /** The least an entity is due: its emissions less the greatest shortfall, which is floored. */
    public Tonnes leastDue(Tonnes verifiedEmissions) {
        long shortfall =
                BigDecimal.valueOf(verifiedEmissions.value())
                        .multiply(greatestShortfall)
                        .divide(Demand.HUNDRED)
                        .setScale(0, RoundingMode.FLOOR)
                        .longValueExact();
        return Tonnes.of(verifiedEmissions.value() - shortfall);
    }
}
