package org.carbonmarket.settlement.bank.withdrawals;

import org.carbonmarket.edge.request.Fields;

/** Why nothing may leave an account. */
record PlaceHold(String reason) {

    PlaceHold checked() {
        return new PlaceHold(Fields.text("reason", reason, 500));
    }
}
