package org.carbonmarket.registry.compliance.carryover;

import static org.carbonmarket.edge.request.Fields.positive;

import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;

/** What an account asks to carry over into a year's product. */
record FileCarryOver(int year, ProductCode product, Tonnes tonnes) {

    FileCarryOver checked() {
        positive("tonnes", tonnes);
        return this;
    }
}
