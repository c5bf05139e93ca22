package org.carbonmarket.registry.cancellations;

import static org.carbonmarket.edge.request.Fields.positive;
import static org.carbonmarket.edge.request.Fields.text;

import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;

/** What is to be given up, and in whose name. */
record ProposeCancellation(ProductCode product, Tonnes tonnes, String beneficiary, String reason) {

    private static final int LONGEST = 200;

    ProposeCancellation checked() {
        return new ProposeCancellation(
                product,
                positive("tonnes", tonnes),
                text("beneficiary", beneficiary, LONGEST),
                text("reason", reason, LONGEST));
    }
}
