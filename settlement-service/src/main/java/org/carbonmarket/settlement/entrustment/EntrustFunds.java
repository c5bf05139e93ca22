package org.carbonmarket.settlement.entrustment;

import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.settlement.http.Fields;

/** How much money to move into which market. */
record EntrustFunds(Market market, Money amount) {

    EntrustFunds checked() {
        return new EntrustFunds(market, Fields.positive("amount", amount));
    }
}
