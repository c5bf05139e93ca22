package org.carbonmarket.events.trading;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.topic.MarketScoped;
import org.carbonmarket.events.topic.PublishedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What became of orders. Every command of a participant is answered by exactly one event that
 * carries its {@code command}.
 */
public sealed interface OrderEvent extends PublishedEvent, MarketScoped
        permits OrderEvent.OrderPlaced,
                OrderEvent.OrderRejected,
                OrderEvent.OrderFilled,
                OrderEvent.OrderReplaced,
                OrderEvent.ReplaceRejected,
                OrderEvent.OrderCancelled,
                OrderEvent.CancelRejected,
                OrderEvent.AllOrdersCancelled,
                BlockEvent,
                BidEvent {

    OrderId order();

    AccountId account();

    @Override
    default Market market() {
        return order().market();
    }

    @Override
    default String key() {
        return account().value();
    }

    /** Where an order stands. */
    enum OrderState {
        RESTING,
        PARTLY_FILLED,
        FILLED,
        CANCELLED,
        EXPIRED,
        REJECTED
    }

    /** Why an order ended without being filled. */
    enum CancelReason {
        REQUESTED,
        /** The rest of an immediate-or-cancel order. */
        IMMEDIATE_OR_CANCEL,
        /** Unfilled orders end at the close. */
        CLOSE_OF_DAY,
        ACCOUNT_RESTRICTED,
        /** The registry or settlement called the reserved value back. */
        RECALLED,
        /** All of the account's orders were cancelled at its own request. */
        ALL_CANCELLED
    }

    /**
     * The answer to an order that was taken: its state after everything it traded at once.
     *
     * @param command the submitter's command, for the answer to find its request
     * @param filled what it traded on entry, with {@code filledAmount}
     * @param repeated true when the same idempotency key is answered again; nothing happened anew
     */
    record OrderPlaced(
            String command,
            OrderId order,
            AccountId account,
            LocalDate day,
            ProductCode product,
            Side side,
            Price price,
            Tonnes quantity,
            TimeInForce timeInForce,
            Tonnes filled,
            Money filledAmount,
            Tonnes remaining,
            OrderState state,
            boolean repeated,
            OffsetDateTime at)
            implements OrderEvent {}

    /**
     * The answer to an order that was refused; nothing changed.
     *
     * @param field the field of the order at fault, absent when none is
     */
    record OrderRejected(
            String command,
            OrderId order,
            AccountId account,
            ProductCode product,
            Side side,
            Price price,
            Tonnes quantity,
            RejectionCode code,
            @Nullable String field,
            String detail,
            boolean repeated,
            OffsetDateTime at)
            implements OrderEvent {}

    /** A resting order was traded against. The incoming side's fills are in its OrderPlaced. */
    record OrderFilled(
            OrderId order,
            AccountId account,
            TradeId trade,
            Price price,
            Tonnes quantity,
            Tonnes remaining,
            OffsetDateTime at)
            implements OrderEvent {}

    /**
     * The open rest of an order ended.
     *
     * @param command the cancel command this answers; absent when the market itself ended it
     * @param quantity what was still open
     */
    record OrderCancelled(
            @Nullable String command,
            OrderId order,
            AccountId account,
            Tonnes quantity,
            CancelReason reason,
            OffsetDateTime at)
            implements OrderEvent {}

    /** The answer to a cancel that could not be done; nothing changed. */
    record CancelRejected(
            String command,
            OrderId order,
            AccountId account,
            RejectionCode code,
            String detail,
            OffsetDateTime at)
            implements OrderEvent {}

    /**
     * The answer to a replacement that was done: the order after everything it traded at once.
     *
     * @param quantity the new quantity in all
     * @param filled what it has traded since it was entered, with {@code filledAmount}
     * @param keptPlace whether it kept its place in time
     */
    record OrderReplaced(
            String command,
            OrderId order,
            AccountId account,
            Price price,
            Tonnes quantity,
            Tonnes filled,
            Money filledAmount,
            Tonnes remaining,
            OrderState state,
            boolean keptPlace,
            OffsetDateTime at)
            implements OrderEvent {}

    /** The answer to a replacement that was refused; the order stands as it stood. */
    record ReplaceRejected(
            String command,
            OrderId order,
            AccountId account,
            RejectionCode code,
            @Nullable String field,
            String detail,
            OffsetDateTime at)
            implements OrderEvent {}

    /**
     * The answer to a cancel of all orders, behind the {@link OrderCancelled} of each.
     *
     * @param order the number of the request itself
     * @param cancelled how many orders it ended
     */
    record AllOrdersCancelled(
            String command, OrderId order, AccountId account, int cancelled, OffsetDateTime at)
            implements OrderEvent {}
}
