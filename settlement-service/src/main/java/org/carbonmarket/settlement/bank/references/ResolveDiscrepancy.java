package org.carbonmarket.settlement.bank.references;

import org.carbonmarket.edge.request.Fields;

/** What an operator found out with the bank. */
record ResolveDiscrepancy(String resolution) {

    ResolveDiscrepancy checked() {
        return new ResolveDiscrepancy(Fields.text("resolution", resolution, 500));
    }
}
