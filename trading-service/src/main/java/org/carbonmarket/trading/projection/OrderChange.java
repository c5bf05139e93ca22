package org.carbonmarket.trading.projection;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.trading.OrderEvent.CancelReason;
import org.carbonmarket.events.trading.OrderEvent.OrderCancelled;
import org.carbonmarket.events.trading.OrderEvent.OrderFilled;
import org.carbonmarket.events.trading.OrderEvent.OrderReplaced;
import org.carbonmarket.events.trading.OrderEvent.OrderState;
import org.jspecify.annotations.Nullable;

/**
 * What some events made of an order, in their order.
 *
 * @param isWhole whether {@code filled} and {@code filledAmount} are all the order ever traded, or
 *     what came to it
 * @param price the new price in fen, absent when it stayed
 * @param quantity the new quantity, absent when it stayed
 */
record OrderChange(
        OrderId order,
        boolean isWhole,
        long filled,
        long filledAmount,
        long remaining,
        OrderState state,
        @Nullable Long price,
        @Nullable Long quantity,
        OffsetDateTime at) {

    static OrderChange of(OrderFilled fill) {
        return new OrderChange(
                fill.order(),
                false,
                fill.quantity().value(),
                fill.price().times(fill.quantity()).fen(),
                fill.remaining().value(),
                fill.remaining().isZero() ? OrderState.FILLED : OrderState.PARTLY_FILLED,
                null,
                null,
                fill.at());
    }

    static OrderChange of(OrderReplaced replaced) {
        return new OrderChange(
                replaced.order(),
                true,
                replaced.filled().value(),
                replaced.filledAmount().fen(),
                replaced.remaining().value(),
                replaced.state(),
                replaced.price().fen(),
                replaced.quantity().value(),
                replaced.at());
    }

    static OrderChange of(OrderCancelled end) {
        boolean isExpired = end.reason() == CancelReason.CLOSE_OF_DAY;
        return new OrderChange(
                end.order(),
                false,
                0,
                0,
                0,
                isExpired ? OrderState.EXPIRED : OrderState.CANCELLED,
                null,
                null,
                end.at());
    }

    /** This change and one that came after it. */
    OrderChange then(OrderChange later) {
        if (later.isWhole) {
            return later;
        }
        return new OrderChange(
                order,
                isWhole,
                filled + later.filled,
                filledAmount + later.filledAmount,
                later.remaining,
                later.state,
                price,
                quantity,
                later.at);
    }
}
