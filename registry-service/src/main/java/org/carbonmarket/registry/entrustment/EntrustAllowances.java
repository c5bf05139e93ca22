package org.carbonmarket.registry.entrustment;

import static org.carbonmarket.registry.http.Fields.required;
import static org.carbonmarket.registry.http.Fields.requiredTonnes;

import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.jspecify.annotations.Nullable;

/** What a participant asks to move into a market. */
record EntrustAllowances(
        @Nullable Market market, @Nullable ProductCode product, @Nullable Tonnes tonnes) {

    /** The request with every field in form. */
    Asked checked() {
        return new Asked(
                required("market", market),
                required("product", product),
                requiredTonnes("tonnes", tonnes));
    }

    /** A request in form. */
    record Asked(Market market, ProductCode product, Tonnes tonnes) {}
}
