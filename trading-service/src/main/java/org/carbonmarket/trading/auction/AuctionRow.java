package org.carbonmarket.trading.auction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.AuctionPricing;
import org.carbonmarket.trading.projection.AsOf;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the projected auctions, read only. */
@Entity
@Immutable
@Table(name = "auction")
@SuppressWarnings("NullAway.Init") // Filled from the row.
class AuctionRow {

    @Id String id;

    @Enumerated(EnumType.STRING)
    Market market;

    long position;
    String product;
    long quantity;

    @Column(name = "reserve_price")
    long reservePrice;

    @Enumerated(EnumType.STRING)
    AuctionPricing pricing;

    @Column(name = "opens_at")
    OffsetDateTime opensAt;

    @Column(name = "closes_at")
    OffsetDateTime closesAt;

    @Column(name = "invited_only")
    boolean invitedOnly;

    @Column(name = "sealing_key")
    String sealingKey;

    @Enumerated(EnumType.STRING)
    AuctionState state;

    @Nullable Long sold;
    @Nullable Long unsold;
    @Nullable Long amount;

    @Column(name = "lowest_price")
    @Nullable Long lowestPrice;

    @Nullable Long bids;
    @Nullable String reason;

    @Column(name = "announced_at")
    OffsetDateTime announcedAt;

    @Column(name = "changed_at")
    OffsetDateTime changedAt;

    protected AuctionRow() {}

    AuctionView view() {
        return new AuctionView(
                OrderId.parse(id),
                ProductCode.of(product),
                Tonnes.of(quantity),
                Price.ofFen(reservePrice),
                pricing,
                AsOf.shanghai(opensAt),
                AsOf.shanghai(closesAt),
                invitedOnly,
                sealingKey,
                state,
                sold == null ? null : Tonnes.of(sold),
                unsold == null ? null : Tonnes.of(unsold),
                amount == null ? null : Money.ofFen(amount),
                lowestPrice == null ? null : Price.ofFen(lowestPrice),
                bids,
                reason,
                AsOf.shanghai(announcedAt),
                AsOf.shanghai(changedAt));
    }
}
