package org.carbonmarket.events.trading;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.topic.MarketScoped;
import org.carbonmarket.events.topic.PublishedEvent;
import org.jspecify.annotations.Nullable;

/** The course of one-way auctions as the public sees it: no parties, no single bids. */
public sealed interface AuctionEvent extends PublishedEvent, MarketScoped {

    OrderId auction();

    @Override
    default Market market() {
        return auction().market();
    }

    @Override
    default String key() {
        return market().name();
    }

    /**
     * An auction will be held.
     *
     * @param invitedOnly whether only admitted accounts may bid
     * @param sealingKey the public key bids are sealed with, in Base64
     */
    record AuctionAnnounced(
            OrderId auction,
            ProductCode product,
            Tonnes quantity,
            Price reservePrice,
            AuctionPricing pricing,
            OffsetDateTime opensAt,
            OffsetDateTime closesAt,
            boolean invitedOnly,
            String sealingKey,
            OffsetDateTime at)
            implements AuctionEvent {}

    /**
     * An auction ended; its trades are on {@code trading.trades}.
     *
     * @param lowestPrice the lowest price awarded; absent when nothing was sold
     * @param bids how many valid bids there were
     */
    record AuctionEnded(
            OrderId auction,
            LocalDate day,
            ProductCode product,
            Tonnes sold,
            Tonnes unsold,
            Money amount,
            @Nullable Price lowestPrice,
            int bids,
            OffsetDateTime at)
            implements AuctionEvent {}

    /** An auction was called off. */
    record AuctionCancelled(OrderId auction, String reason, OffsetDateTime at)
            implements AuctionEvent {}
}
