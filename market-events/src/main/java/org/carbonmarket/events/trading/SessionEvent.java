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

/** The course of trading days. */
public sealed interface SessionEvent extends PublishedEvent, MarketScoped {

    @Override
    default String key() {
        return market().name();
    }

    /** A product can be traded from the next opening on, with this price as its first reference. */
    record ProductListed(
            Market market, ProductCode product, Price referencePrice, OffsetDateTime at)
            implements SessionEvent {}

    /** A phase began. */
    record PhaseEntered(Market market, LocalDate day, Phase phase, OffsetDateTime at)
            implements SessionEvent {}

    /** A product's limits for the day. */
    record ProductOpened(
            Market market,
            LocalDate day,
            ProductCode product,
            Price previousClose,
            Price lowerLimit,
            Price upperLimit,
            OffsetDateTime at)
            implements SessionEvent {}

    /**
     * The next day may not open, because an earlier one is not cleared.
     *
     * @param uncleared the day that waits for its clearing
     */
    record OpeningRefused(Market market, LocalDate day, LocalDate uncleared, OffsetDateTime at)
            implements SessionEvent {}

    /**
     * Trading stopped for a product, or for the whole market when none is named.
     *
     * @param reason the operator's record of why
     */
    record TradingHalted(
            Market market, @Nullable ProductCode product, String reason, OffsetDateTime at)
            implements SessionEvent {}

    /** Trading goes on after a halt. */
    record TradingResumed(
            Market market, @Nullable ProductCode product, String reason, OffsetDateTime at)
            implements SessionEvent {}

    /**
     * A trading day ended. Settlement clears it when every trade up to {@code lastTrade} is final.
     *
     * @param lastTrade the market's newest trade sequence, 0 when there never was a trade
     * @param positionsDigest hexadecimal digest of every account's position in the engine
     */
    record TradingDayClosed(
            Market market,
            LocalDate day,
            long trades,
            Tonnes volume,
            Money amount,
            long lastTrade,
            List<ProductDay> products,
            String positionsDigest,
            OffsetDateTime at)
            implements SessionEvent {

        public TradingDayClosed {
            products = List.copyOf(products);
        }
    }

    /**
     * One product's day. Without a listed trade {@code high} and {@code low} are absent, and open
     * and close are the previous close. Volume and amount are of all methods together. A trade
     * voided on the day it was made is in none of the figures but open, high and low.
     *
     * @param blockVolume of block trades, with {@code blockAmount}; absent: none
     * @param auctionVolume of one-way auctions, with {@code auctionAmount}; absent: none
     */
    record ProductDay(
            ProductCode product,
            Price previousClose,
            Price open,
            @Nullable Price high,
            @Nullable Price low,
            Price close,
            long trades,
            Tonnes volume,
            Money amount,
            Tonnes listedVolume,
            Money listedAmount,
            @Nullable Tonnes blockVolume,
            @Nullable Money blockAmount,
            @Nullable Tonnes auctionVolume,
            @Nullable Money auctionAmount) {}
}
