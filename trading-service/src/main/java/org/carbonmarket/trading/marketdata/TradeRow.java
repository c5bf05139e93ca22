package org.carbonmarket.trading.marketdata;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.events.trading.TradingMethod;
import org.carbonmarket.trading.projection.AsOf;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the projected public trades, read only. */
@Entity
@Immutable
@Table(name = "market_trade")
@SuppressWarnings("NullAway.Init") // Filled from the row.
class TradeRow {

    @Id String id;

    @Enumerated(EnumType.STRING)
    Market market;

    long sequence;
    LocalDate day;
    String product;

    @Enumerated(EnumType.STRING)
    TradingMethod method;

    long price;
    long quantity;
    long amount;

    @Enumerated(EnumType.STRING)
    Side taker;

    @Column(name = "voided_by")
    @Nullable String voidedBy;

    OffsetDateTime at;

    protected TradeRow() {}

    TradeExecuted view() {
        return new TradeExecuted(
                TradeId.parse(id),
                day,
                ProductCode.of(product),
                method,
                Price.ofFen(price),
                Tonnes.of(quantity),
                Money.ofFen(amount),
                taker,
                AsOf.shanghai(at));
    }
}
