package org.carbonmarket.trading.auction;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.AuctionPricing;
import org.jspecify.annotations.Nullable;

/**
 * An auction as the public sees it; its result once it ended.
 *
 * @param sealingKey what a bidder seals a bid with, X25519 in X.509 form, Base64
 * @param lowestPrice the lowest price awarded
 * @param bids how many valid bids there were
 * @param reason why it was called off
 */
public record AuctionView(
        OrderId auction,
        ProductCode product,
        Tonnes quantity,
        Price reservePrice,
        AuctionPricing pricing,
        OffsetDateTime opensAt,
        OffsetDateTime closesAt,
        boolean invitedOnly,
        String sealingKey,
        AuctionState state,
        @Nullable Tonnes sold,
        @Nullable Tonnes unsold,
        @Nullable Money amount,
        @Nullable Price lowestPrice,
        @Nullable Long bids,
        @Nullable String reason,
        OffsetDateTime announcedAt,
        OffsetDateTime changedAt) {}
