package org.carbonmarket.events.registry;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.topic.MarketScoped;
import org.carbonmarket.events.topic.PublishedEvent;

/** The allowance leg of delivery versus payment, answered trade by trade. */
public sealed interface DeliveryEvent extends PublishedEvent, MarketScoped {

    TradeId trade();

    @Override
    default Market market() {
        return trade().market();
    }

    @Override
    default String key() {
        return market().name();
    }

    /** The seller's allowances are locked: moved from {@code inTrading} to {@code delivering}. */
    record DeliveryLocked(
            TradeId trade, AccountId seller, ProductCode product, Tonnes tonnes, OffsetDateTime at)
            implements DeliveryEvent {}

    /**
     * The allowances cannot be locked; nothing moved.
     *
     * @param cause a stable code, such as {@code HOLDING_SHORT}
     */
    record DeliveryRejected(TradeId trade, String cause, OffsetDateTime at)
            implements DeliveryEvent {}

    /** Paid, so delivered: {@code delivering} of the seller to {@code inTrading} of the buyer. */
    record DeliveryCompleted(
            TradeId trade,
            AccountId seller,
            AccountId buyer,
            ProductCode product,
            Tonnes tonnes,
            OffsetDateTime at)
            implements DeliveryEvent {}

    /** Not paid, so undone: {@code delivering} back to {@code inTrading} of the seller. */
    record DeliveryUndone(
            TradeId trade, AccountId seller, ProductCode product, Tonnes tonnes, OffsetDateTime at)
            implements DeliveryEvent {}
}
