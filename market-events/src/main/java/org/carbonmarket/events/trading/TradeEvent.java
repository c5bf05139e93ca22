package org.carbonmarket.events.trading;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.topic.MarketScoped;
import org.carbonmarket.events.topic.PublishedEvent;

/** Trades as the public sees them: no parties. */
public sealed interface TradeEvent extends PublishedEvent, MarketScoped {

    TradeId trade();

    @Override
    default Market market() {
        return trade().market();
    }

    @Override
    default String key() {
        return market().name();
    }

    /**
     * A trade was made. Its number is gapless within the market and equals the event's sequence.
     *
     * @param taker the side of the incoming order
     */
    record TradeExecuted(
            TradeId trade,
            LocalDate day,
            ProductCode product,
            TradingMethod method,
            Price price,
            Tonnes quantity,
            Money amount,
            Side taker,
            OffsetDateTime at)
            implements TradeEvent {}

    /**
     * An earlier trade was voided. It takes the next number, so that the sequence stays gapless.
     *
     * @param trade the number of the voiding itself
     * @param voided the trade that counts no more
     * @param tradedOn the day of the voided trade
     */
    record TradeVoided(
            TradeId trade,
            TradeId voided,
            LocalDate day,
            LocalDate tradedOn,
            ProductCode product,
            TradingMethod method,
            Price price,
            Tonnes quantity,
            Money amount,
            String reason,
            OffsetDateTime at)
            implements TradeEvent {}
}
