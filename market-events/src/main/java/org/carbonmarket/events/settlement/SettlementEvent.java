package org.carbonmarket.events.settlement;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.topic.MarketScoped;
import org.carbonmarket.events.topic.PublishedEvent;
import org.jspecify.annotations.Nullable;

/** How a trade ended: exactly one of these per trade. */
public sealed interface SettlementEvent extends PublishedEvent, MarketScoped {

    TradeId trade();

    @Override
    default Market market() {
        return trade().market();
    }

    @Override
    default String key() {
        return market().name();
    }

    /** Paid against locked allowances, fees charged. */
    record TradeSettled(
            TradeId trade,
            AccountId buyer,
            AccountId seller,
            ProductCode product,
            Tonnes tonnes,
            Money amount,
            Money buyerFee,
            Money sellerFee,
            OffsetDateTime at)
            implements SettlementEvent {}

    /**
     * A voided trade is reversed: the allowances are with the original seller again, the amount
     * with the original buyer, and the fees are refunded.
     *
     * @param trade the reversal's own number
     * @param voided the trade that is reversed
     * @param buyer who had bought
     * @param seller who had sold
     */
    record TradeReversed(
            TradeId trade,
            TradeId voided,
            AccountId buyer,
            AccountId seller,
            ProductCode product,
            Tonnes tonnes,
            Money amount,
            Money buyerFee,
            Money sellerFee,
            OffsetDateTime at)
            implements SettlementEvent {}

    /**
     * Not settled; value goes back on both sides. Of a reversal too: then the buyer is who was to
     * pay back, and the seller who was to deliver back.
     *
     * @param cause a stable code
     * @param locked whether the seller's allowances had been locked and must be undone
     * @param atFault the account that could not deliver or pay; absent when it was neither
     */
    record SettlementFailed(
            TradeId trade,
            AccountId buyer,
            AccountId seller,
            ProductCode product,
            Tonnes tonnes,
            Money amount,
            Money buyerFee,
            Money sellerFee,
            String cause,
            boolean locked,
            @Nullable AccountId atFault,
            OffsetDateTime at)
            implements SettlementEvent {}
}
