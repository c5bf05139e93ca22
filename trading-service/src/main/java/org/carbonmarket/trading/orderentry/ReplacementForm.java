package org.carbonmarket.trading.orderentry;

import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.trading.http.FormFields;
import org.jspecify.annotations.Nullable;

/**
 * New terms of an open order; what is absent stays as it is.
 *
 * @param price yuan per tonne
 * @param quantity whole tonnes in all, what has traded included
 */
public record ReplacementForm(@Nullable String price, @Nullable Long quantity) {

    /** New terms whose form is right. */
    public record Terms(@Nullable Price price, @Nullable Tonnes quantity) {}

    /**
     * Reads new terms as they were sent.
     *
     * @throws Refusal 400 naming the first field at fault
     */
    public static Terms termsOf(@Nullable ReplacementForm form) {
        if (form == null || (form.price() == null && form.quantity() == null)) {
            throw new Refusal(
                    400,
                    "REPLACEMENT_EMPTY",
                    "price",
                    "State a new price, a new quantity or both.");
        }
        return new Terms(
                form.price() == null ? null : FormFields.price("price", form.price()),
                form.quantity() == null ? null : FormFields.tonnes("quantity", form.quantity()));
    }
}
