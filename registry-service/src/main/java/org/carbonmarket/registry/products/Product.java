package org.carbonmarket.registry.products;

import java.time.LocalDate;
import org.carbonmarket.events.quantity.ProductCode;
import org.jspecify.annotations.Nullable;

/**
 * A product: one tonne of CO2 equivalent per unit.
 *
 * @param vintageFrom first year it is issued for
 * @param vintageTo last year it is issued for
 * @param tradableFrom first day it may go into trading, null when there is no bound
 * @param tradableTo last day it may go into trading, null when there is no bound
 */
public record Product(
        ProductCode product,
        Kind kind,
        int vintageFrom,
        int vintageTo,
        @Nullable LocalDate tradableFrom,
        @Nullable LocalDate tradableTo) {

    /** What a unit is. */
    public enum Kind {
        /** Issued by allocation. */
        ALLOWANCE,
        /** Issued for verified reductions of a project. */
        CREDIT
    }

    /** Whether it may go into trading on a day. */
    public boolean isTradableOn(LocalDate day) {
        return (tradableFrom == null || !day.isBefore(tradableFrom))
                && (tradableTo == null || !day.isAfter(tradableTo));
    }
}
