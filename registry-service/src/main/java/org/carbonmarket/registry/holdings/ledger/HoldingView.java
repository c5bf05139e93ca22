package org.carbonmarket.registry.holdings.ledger;

import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.registry.holdings.Balance;

/** What an account holds of one product, in tonnes by bucket. */
record HoldingView(
        ProductCode product, long available, long inTrading, long delivering, long frozen) {

    static HoldingView of(ProductCode product, Balance balance) {
        return new HoldingView(
                product,
                balance.available(),
                balance.inTrading(),
                balance.delivering(),
                balance.frozen());
    }
}
