package org.carbonmarket.events.settlement;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.topic.MarketScoped;
import org.carbonmarket.events.topic.PublishedEvent;

/** What settlement asks of the registry. */
public sealed interface DeliveryRequestEvent extends PublishedEvent, MarketScoped {

    TradeId trade();

    @Override
    default Market market() {
        return trade().market();
    }

    @Override
    default String key() {
        return market().name();
    }

    /** Lock the seller's allowances for this trade. */
    record DeliveryRequested(
            TradeId trade,
            AccountId seller,
            AccountId buyer,
            ProductCode product,
            Tonnes tonnes,
            OffsetDateTime at)
            implements DeliveryRequestEvent {}
}
