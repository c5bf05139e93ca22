package org.carbonmarket.trading.engine;

import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;

/**
 * One account's position in a market, bucket by bucket. Immutable.
 *
 * @param mayTrade active in the registry, and owing nothing here
 * @param free money for orders; {@code releasable} is the part of it that may leave
 * @param reserved money that open buy orders hold, fees included
 * @param unsettled proceeds of sales that wait for settlement
 * @param owed money still to be given back for undone sales
 */
public record AccountView(
        AccountId account,
        boolean mayTrade,
        Money free,
        Money releasable,
        Money reserved,
        Money unsettled,
        Money owed,
        List<HeldProduct> products) {

    public AccountView {
        products = List.copyOf(products);
    }

    /** One product's buckets; {@code owed} is to be given back for undone purchases. */
    public record HeldProduct(
            ProductCode product,
            Tonnes sellable,
            Tonnes reserved,
            Tonnes boughtToday,
            Tonnes owed) {}
}
