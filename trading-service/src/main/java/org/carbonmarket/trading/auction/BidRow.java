package org.carbonmarket.trading.auction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.trading.projection.AsOf;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the projected bids, read only. */
@Entity
@Immutable
@Table(name = "auction_bid")
@SuppressWarnings("NullAway.Init") // Filled from the row.
class BidRow {

    @Id String id;

    @Enumerated(EnumType.STRING)
    Market market;

    long position;
    String account;
    String auction;
    long reserved;

    @Enumerated(EnumType.STRING)
    BidState state;

    @Nullable Long price;
    @Nullable Long quantity;
    long filled;
    long amount;

    @Column(name = "made_at")
    OffsetDateTime madeAt;

    @Column(name = "changed_at")
    OffsetDateTime changedAt;

    protected BidRow() {}

    BidView view() {
        return new BidView(
                OrderId.parse(id),
                OrderId.parse(auction),
                AccountId.of(account),
                Money.ofFen(reserved),
                state,
                price == null ? null : Price.ofFen(price),
                quantity == null ? null : Tonnes.of(quantity),
                Tonnes.of(filled),
                Money.ofFen(amount),
                AsOf.shanghai(madeAt),
                AsOf.shanghai(changedAt));
    }
}
