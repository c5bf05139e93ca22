package org.carbonmarket.events.trading;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.topic.MarketScoped;
import org.carbonmarket.events.topic.PublishedEvent;

/** Trades with their parties and fees, for those who settle and report them; never public. */
public sealed interface ExecutionEvent extends PublishedEvent, MarketScoped {

    TradeId trade();

    @Override
    default Market market() {
        return trade().market();
    }

    @Override
    default String key() {
        return market().name();
    }

    /** The private side of a trade; same number and sequence as its public TradeExecuted. */
    record ExecutionRecorded(
            TradeId trade,
            LocalDate day,
            ProductCode product,
            TradingMethod method,
            Price price,
            Tonnes quantity,
            Money amount,
            AccountId buyer,
            AccountId seller,
            OrderId buyOrder,
            OrderId sellOrder,
            Money buyerFee,
            Money sellerFee,
            OffsetDateTime at)
            implements ExecutionEvent {}

    /**
     * A trade was voided: the reversal has the next trade number, and both legs run backwards. The
     * original buyer gives the allowances back, the original seller the amount; fees are refunded.
     *
     * @param trade the reversal's own number
     * @param voided the trade that is reversed
     * @param tradedOn the day of the voided trade
     * @param buyer who had bought
     * @param seller who had sold
     */
    record ExecutionVoided(
            TradeId trade,
            TradeId voided,
            LocalDate day,
            LocalDate tradedOn,
            ProductCode product,
            TradingMethod method,
            Price price,
            Tonnes quantity,
            Money amount,
            AccountId buyer,
            AccountId seller,
            Money buyerFee,
            Money sellerFee,
            String reason,
            OffsetDateTime at)
            implements ExecutionEvent {}
}
