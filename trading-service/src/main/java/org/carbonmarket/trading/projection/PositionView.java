package org.carbonmarket.trading.projection;

import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.jspecify.annotations.Nullable;

/**
 * What an account holds in a market, as far as it is projected.
 *
 * @param funds all money in trading, reserved and unsettled included
 * @param fundsInOrders the open amount of its buy orders and block offers, fees not included
 */
public record PositionView(
        Market market,
        AccountId account,
        @Nullable OffsetDateTime asOf,
        Money funds,
        Money fundsInOrders,
        List<ProductLine> products) {

    public PositionView {
        products = List.copyOf(products);
    }

    /**
     * One product.
     *
     * @param tonnes everything held
     * @param inOrders reserved by open sell orders and block offers
     * @param boughtToday sellable from the next trading day
     * @param sellable what may be offered or released now
     */
    public record ProductLine(
            ProductCode product,
            Tonnes tonnes,
            Tonnes inOrders,
            Tonnes boughtToday,
            Tonnes sellable) {}
}
