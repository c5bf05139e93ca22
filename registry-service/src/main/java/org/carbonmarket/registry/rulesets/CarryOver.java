package org.carbonmarket.registry.rulesets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.carbonmarket.events.quantity.Tonnes;

/**
 * How earlier vintages become this plan's product: T = base + multiple x max(0, sold - bought),
 * floored, and never more than is held at the end of {@code heldAt}.
 *
 * @param vintageFrom first vintage that may be carried over
 * @param vintageTo last vintage that may be carried over
 * @param base tonnes everyone may carry over; 10,000 in the plan for 2025
 * @param multiple of net sales; 1.5 in the plan for 2025
 * @param netSalesFrom first day whose sales and purchases count
 * @param netSalesTo last such day
 * @param heldAt the day at whose end the holding is the upper limit
 */
public record CarryOver(
        int vintageFrom,
        int vintageTo,
        Tonnes base,
        BigDecimal multiple,
        LocalDate netSalesFrom,
        LocalDate netSalesTo,
        LocalDate heldAt) {

    public CarryOver {
        Demand.that(vintageFrom <= vintageTo, "the last vintage is before the first");
        Demand.plain(multiple, "the multiple of net sales");
        Demand.that(multiple.signum() >= 0, "the multiple of net sales is not negative");
        Demand.that(!netSalesTo.isBefore(netSalesFrom), "the last day of sales is after the first");
    }

    /** The most an account may carry over. */
    public Tonnes most(Tonnes sold, Tonnes bought, Tonnes held) {
        long netSales = Math.max(0, sold.value() - bought.value());
        BigDecimal limit =
                multiple.multiply(BigDecimal.valueOf(netSales))
                        .add(BigDecimal.valueOf(base.value()))
                        .setScale(0, RoundingMode.FLOOR);
        return limit.compareTo(BigDecimal.valueOf(held.value())) > 0
                ? held
                : Tonnes.of(limit.longValueExact());
    }
}
