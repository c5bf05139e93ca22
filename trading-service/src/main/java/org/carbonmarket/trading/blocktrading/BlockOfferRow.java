package org.carbonmarket.trading.blocktrading;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.trading.projection.AsOf;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the projected block offers, read only. */
@Entity
@Immutable
@Table(name = "block_offer")
@SuppressWarnings("NullAway.Init") // Filled from the row.
class BlockOfferRow {

    @Id String id;

    @Enumerated(EnumType.STRING)
    Market market;

    long position;
    String account;
    LocalDate day;
    String product;

    @Enumerated(EnumType.STRING)
    Side side;

    long price;
    long quantity;
    @Nullable String counterparty;

    @Column(name = "in_reply_to")
    @Nullable String inReplyTo;

    @Column(name = "good_until")
    @Nullable OffsetDateTime goodUntil;

    @Enumerated(EnumType.STRING)
    OfferState state;

    @Nullable String trade;

    @Column(name = "made_at")
    OffsetDateTime madeAt;

    @Column(name = "changed_at")
    OffsetDateTime changedAt;

    protected BlockOfferRow() {}

    OfferView view() {
        return new OfferView(
                OrderId.parse(id),
                AccountId.of(account),
                day,
                ProductCode.of(product),
                side,
                Price.ofFen(price),
                Tonnes.of(quantity),
                counterparty == null ? null : AccountId.of(counterparty),
                inReplyTo == null ? null : OrderId.parse(inReplyTo),
                goodUntil == null ? null : AsOf.shanghai(goodUntil),
                state,
                trade == null ? null : TradeId.parse(trade),
                AsOf.shanghai(madeAt),
                AsOf.shanghai(changedAt));
    }
}
