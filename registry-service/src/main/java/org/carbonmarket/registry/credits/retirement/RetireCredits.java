package org.carbonmarket.registry.credits.retirement;

import static org.carbonmarket.edge.request.Fields.positive;
import static org.carbonmarket.edge.request.Fields.text;

import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.credits.serial.SerialRange;
import org.carbonmarket.registry.products.CreditProduct;
import org.jspecify.annotations.Nullable;

/**
 * Credits to be retired.
 *
 * @param product a project's vintage, or {@code CCER} for fungible units
 * @param firstSerial with a project's vintage: retire the serials from here on rather than those
 *     that came first
 * @param beneficiary in whose name
 */
public record RetireCredits(
        ProductCode product,
        Tonnes tonnes,
        @Nullable Long firstSerial,
        String beneficiary,
        String reason) {

    private static final int LONGEST_NAME = 200;

    public RetireCredits checked() {
        positive("tonnes", tonnes);
        boolean fungible = product.equals(CreditProduct.FUNGIBLE);
        if (!fungible && CreditProduct.of(product).isEmpty()) {
            throw new Refusal(422, "NO_CREDIT", "product", "Product " + product + " is no credit.");
        }
        if (fungible && firstSerial != null) {
            throw new Refusal(
                    422,
                    "SERIALS_NOT_CHOSEN",
                    "firstSerial",
                    "Fungible units get the serials whose turn it is.");
        }
        if (firstSerial != null && firstSerial < 1) {
            throw serialMalformed();
        }
        return new RetireCredits(
                product,
                tonnes,
                firstSerial,
                text("beneficiary", beneficiary, LONGEST_NAME),
                text("reason", reason, LONGEST_NAME));
    }

    /** The exact serials asked for, null when none are. */
    @Nullable SerialRange serials() {
        try {
            return firstSerial == null ? null : SerialRange.of(firstSerial, tonnes.value());
        } catch (ArithmeticException | IllegalArgumentException beyond) {
            throw serialMalformed();
        }
    }

    private static Refusal serialMalformed() {
        return new Refusal(
                422, "SERIAL_OUT_OF_RANGE", "firstSerial", "There are no such serial numbers.");
    }
}
