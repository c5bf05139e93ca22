package org.carbonmarket.registry.freezes;

import static org.carbonmarket.edge.request.Fields.positive;
import static org.carbonmarket.edge.request.Fields.text;

import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.jspecify.annotations.Nullable;

/** What is to be frozen and by whose order; the market is the national one when none is named. */
record ProposeFreeze(
        AccountId account,
        ProductCode product,
        Tonnes tonnes,
        @Nullable Market market,
        String reason,
        String document) {

    private static final int LONGEST = 200;

    ProposeFreeze checked() {
        return new ProposeFreeze(
                account,
                product,
                positive("tonnes", tonnes),
                market == null ? Market.CN : market,
                text("reason", reason, LONGEST),
                text("document", document, LONGEST));
    }

    Market recalledFrom() {
        return market == null ? Market.CN : market;
    }
}
