package org.carbonmarket.registry.products;

import java.time.LocalDate;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.ProductCode;
import org.jspecify.annotations.Nullable;

/** A new product. */
record RecordProduct(
        ProductCode product,
        Product.Kind kind,
        int vintageFrom,
        int vintageTo,
        @Nullable LocalDate tradableFrom,
        @Nullable LocalDate tradableTo) {

    private static final int FIRST_VINTAGE = 2000;
    private static final int LAST_VINTAGE = 2100;

    Product toProduct() {
        Product asked =
                new Product(
                        product,
                        kind,
                        vintage("vintageFrom", vintageFrom),
                        vintage("vintageTo", vintageTo),
                        tradableFrom,
                        tradableTo);
        if (asked.vintageTo() < asked.vintageFrom()) {
            throw new Refusal(
                    422, "VINTAGES_REVERSED", "vintageTo", "The last vintage is before the first.");
        }
        if (tradableFrom != null && tradableTo != null && tradableTo.isBefore(tradableFrom)) {
            throw new Refusal(
                    422,
                    "TRADABLE_DAYS_REVERSED",
                    "tradableTo",
                    "The last tradable day is before the first.");
        }
        return asked;
    }

    private static int vintage(String field, int year) {
        if (year < FIRST_VINTAGE || year > LAST_VINTAGE) {
            throw new Refusal(
                    422,
                    "VINTAGE_OUT_OF_RANGE",
                    field,
                    "A vintage is a year from " + FIRST_VINTAGE + " to " + LAST_VINTAGE + ".");
        }
        return year;
    }
}
