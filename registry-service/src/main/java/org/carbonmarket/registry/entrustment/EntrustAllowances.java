package org.carbonmarket.registry.entrustment;

import static org.carbonmarket.edge.request.Fields.positive;

import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;

/** What a participant asks to move into a market: at least one tonne. */
record EntrustAllowances(Market market, ProductCode product, Tonnes tonnes) {

    EntrustAllowances checked() {
        positive("tonnes", tonnes);
        return this;
    }
}
