package org.carbonmarket.registry.compliance;

import static org.carbonmarket.edge.request.Fields.positive;

import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;

/** What a unit surrenders against a year's obligation: allowances, or credits to offset a part. */
record SurrenderAllowances(int year, ProductCode product, Tonnes tonnes) {

    SurrenderAllowances checked() {
        positive("tonnes", tonnes);
        return this;
    }
}
