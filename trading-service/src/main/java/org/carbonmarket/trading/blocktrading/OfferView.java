package org.carbonmarket.trading.blocktrading;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.trading.Side;
import org.jspecify.annotations.Nullable;

/**
 * A block offer and what became of it.
 *
 * @param counterparty whom alone it is made to; absent: published to all
 * @param inReplyTo the offer it counters
 * @param goodUntil when it expires; absent: at the close
 * @param trade what it became when it was confirmed
 */
public record OfferView(
        OrderId offer,
        AccountId account,
        LocalDate day,
        ProductCode product,
        Side side,
        Price price,
        Tonnes quantity,
        @Nullable AccountId counterparty,
        @Nullable OrderId inReplyTo,
        @Nullable OffsetDateTime goodUntil,
        OfferState state,
        @Nullable TradeId trade,
        OffsetDateTime madeAt,
        OffsetDateTime changedAt) {}
