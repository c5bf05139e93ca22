package org.carbonmarket.trading.projection;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.OrderEvent.OrderState;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * An order and what became of it.
 *
 * @param remaining what is still open
 * @param rejection the code when it was refused, with {@code detail}
 */
public record OrderView(
        OrderId order,
        AccountId account,
        @Nullable LocalDate day,
        ProductCode product,
        Side side,
        Price price,
        Tonnes quantity,
        @Nullable TimeInForce timeInForce,
        Tonnes filled,
        Money filledAmount,
        Tonnes remaining,
        OrderState state,
        @Nullable String rejection,
        @Nullable String detail,
        OffsetDateTime enteredAt,
        OffsetDateTime changedAt) {}
