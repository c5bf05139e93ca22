package org.carbonmarket.settlement.entrustment;

import org.carbonmarket.edge.request.Fields;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;

/** How much money to move into which market. */
record EntrustFunds(Market market, Money amount) {

    EntrustFunds checked() {
        return new EntrustFunds(market, Fields.positive("amount", amount));
    }
}
