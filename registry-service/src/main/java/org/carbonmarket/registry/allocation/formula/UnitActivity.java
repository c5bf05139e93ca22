package org.carbonmarket.registry.allocation.formula;

import java.math.BigDecimal;
import org.carbonmarket.events.quantity.Tonnes;

/**
 * What one unit did in a year. A formula reads what it needs; the rest is zero.
 *
 * @param electricity MWh
 * @param heat GJ supplied
 * @param heatRatio in percent
 * @param loadFactor in percent
 * @param output tonnes of product
 * @param emissions verified tonnes of CO2
 */
public record UnitActivity(
        String unitClass,
        BigDecimal electricity,
        BigDecimal heat,
        Cooling cooling,
        BigDecimal heatRatio,
        BigDecimal loadFactor,
        BigDecimal output,
        Tonnes emissions) {

    /** How a unit condenses its steam. */
    public enum Cooling {
        WATER,
        AIR,
        /** It does not condense: back pressure and other special units. */
        NONE
    }

    /** Whether it supplies electricity only. */
    boolean isPureCondensing() {
        return heat.signum() == 0 && heatRatio.signum() == 0;
    }

    /** The same unit with a share of its output. */
    UnitActivity share(BigDecimal fraction) {
        return new UnitActivity(
                unitClass,
                electricity.multiply(fraction),
                heat.multiply(fraction),
                cooling,
                heatRatio,
                loadFactor,
                output.multiply(fraction),
                emissions);
    }
}
