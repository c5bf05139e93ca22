package org.carbonmarket.events.trading;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.topic.MarketScoped;
import org.carbonmarket.events.topic.PublishedEvent;
import org.jspecify.annotations.Nullable;

/** The real-time quote. Conflated: one per product and engine batch, the newest says it all. */
public sealed interface QuoteEvent extends PublishedEvent, MarketScoped {

    ProductCode product();

    @Override
    default String key() {
        return market() + "/" + product();
    }

    /**
     * The quote of one product. Prices of the day are absent before its first listed trade.
     *
     * @param asOf the position on the market log this quote reflects; it only grows
     * @param bids at most five levels, best first
     * @param asks at most five levels, best first
     */
    record QuotePublished(
            Market market,
            ProductCode product,
            LocalDate day,
            Phase phase,
            long asOf,
            Price previousClose,
            Price lowerLimit,
            Price upperLimit,
            @Nullable Price last,
            @Nullable Price open,
            @Nullable Price high,
            @Nullable Price low,
            @Nullable Price average,
            Tonnes volume,
            Money amount,
            List<Level> bids,
            List<Level> asks,
            OffsetDateTime at)
            implements QuoteEvent {

        public QuotePublished {
            bids = List.copyOf(bids);
            asks = List.copyOf(asks);
        }
    }

    /** One price level of the book. */
    record Level(Price price, Tonnes quantity, int orders) {}
}
