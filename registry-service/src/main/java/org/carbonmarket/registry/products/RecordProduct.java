package org.carbonmarket.registry.products;

import static org.carbonmarket.registry.http.Fields.required;

import java.time.LocalDate;
import org.carbonmarket.edge.Refusal;
import org.carbonmarket.events.quantity.ProductCode;
import org.jspecify.annotations.Nullable;

/** A new product. */
record RecordProduct(
        @Nullable ProductCode product,
        Product.@Nullable Kind kind,
        @Nullable Integer vintageFrom,
        @Nullable Integer vintageTo,
        @Nullable LocalDate tradableFrom,
        @Nullable LocalDate tradableTo) {

    private static final int FIRST_VINTAGE = 2000;
    private static final int LAST_VINTAGE = 2100;

    Product toProduct() {
        Product asked =
                new Product(
                        required("product", product),
                        required("kind", kind),
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

    private static int vintage(String field, @Nullable Integer year) {
        int asked = required(field, year);
        if (asked < FIRST_VINTAGE || asked > LAST_VINTAGE) {
            throw new Refusal(
                    422,
                    "VINTAGE_OUT_OF_RANGE",
                    field,
                    "A vintage is a year from " + FIRST_VINTAGE + " to " + LAST_VINTAGE + ".");
        }
        return asked;
    }
}
