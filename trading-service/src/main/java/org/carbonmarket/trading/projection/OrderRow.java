package org.carbonmarket.trading.projection;

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
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.OrderEvent.OrderState;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TimeInForce;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the projected orders, read only; {@link ProjectedOrders} writes them in bulk. */
@Entity
@Immutable
@Table(name = "market_order")
@SuppressWarnings("NullAway.Init") // Filled from the row.
class OrderRow {

    @Id String id;

    @Enumerated(EnumType.STRING)
    Market market;

    long position;
    String account;
    String product;

    @Enumerated(EnumType.STRING)
    Side side;

    long price;
    long quantity;

    @Enumerated(EnumType.STRING)
    @Column(name = "time_in_force")
    @Nullable TimeInForce timeInForce;

    @Nullable LocalDate day;
    long filled;

    @Column(name = "filled_amount")
    long filledAmount;

    long remaining;

    @Enumerated(EnumType.STRING)
    OrderState state;

    @Nullable String rejection;
    @Nullable String detail;

    @Column(name = "entered_at")
    OffsetDateTime enteredAt;

    @Column(name = "changed_at")
    OffsetDateTime changedAt;

    protected OrderRow() {}

    OrderView view() {
        return new OrderView(
                OrderId.parse(id),
                AccountId.of(account),
                day,
                ProductCode.of(product),
                side,
                Price.ofFen(price),
                Tonnes.of(quantity),
                timeInForce,
                Tonnes.of(filled),
                Money.ofFen(filledAmount),
                Tonnes.of(remaining),
                state,
                rejection,
                detail,
                AsOf.shanghai(enteredAt),
                AsOf.shanghai(changedAt));
    }
}
