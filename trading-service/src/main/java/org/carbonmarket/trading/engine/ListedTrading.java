package org.carbonmarket.trading.engine;

import java.time.OffsetDateTime;
import org.carbonmarket.events.marketlog.MarketCommand.CancelAllOrders;
import org.carbonmarket.events.marketlog.MarketCommand.CancelOrder;
import org.carbonmarket.events.marketlog.MarketCommand.PlaceOrder;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.OrderEvent;
import org.carbonmarket.events.trading.OrderEvent.AllOrdersCancelled;
import org.carbonmarket.events.trading.OrderEvent.CancelReason;
import org.carbonmarket.events.trading.OrderEvent.CancelRejected;
import org.carbonmarket.events.trading.OrderEvent.OrderCancelled;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.OrderEvent.OrderRejected;
import org.carbonmarket.events.trading.OrderEvent.OrderState;
import org.carbonmarket.events.trading.TimeInForce;
import org.carbonmarket.trading.engine.OrderLadder.Candidate;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.risk.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Listed trading (market rules, Trading, "Listed"): an order takes resting listings of the other
 * side within its best five price levels, then rests itself or ends.
 *
 * <p>Decide, then apply: {@link OrderLadder} reads and answers; only an order that passed it
 * changes anything.
 */
final class ListedTrading {

    private final MarketState state;
    private final Trades trades;
    private final Quotes quotes;
    private final Surveillance surveillance;

    ListedTrading(MarketState state, Trades trades, Quotes quotes, Surveillance surveillance) {
        this.state = state;
        this.trades = trades;
        this.quotes = quotes;
        this.surveillance = surveillance;
    }

    void place(PlaceOrder command) {
        Account account = state.accounts.find(command.account());
        String key = command.idempotencyKey();
        if (account != null && key != null) {
            Answer earlier = state.answers.find(account, key);
            if (earlier != null) {
                state.publisher.order(
                        earlier.isToOrder() && earlier.isFor(command.bodyDigest())
                                ? earlier.repeatedFor(command.command())
                                : rejected(command, Refusals.keyReused()));
                return;
            }
        }
        Candidate candidate =
                new Candidate(state, command, account, state.products.find(command.product()));
        Refusal refusal = OrderLadder.check(candidate);
        OrderEvent answer = refusal == null ? take(candidate) : rejected(command, refusal);
        if (account != null && key != null) {
            state.answers.keep(account, key, command.bodyDigest(), answer);
        }
        state.publisher.order(answer);
        if (answer instanceof OrderPlaced placed && placed.state() == OrderState.CANCELLED) {
            state.publisher.order(
                    cancelled(null, placed, CancelReason.IMMEDIATE_OR_CANCEL, command.at()));
        }
    }

    private OrderPlaced take(Candidate candidate) {
        PlaceOrder command = candidate.order();
        ListedBook book = candidate.book();
        OpenOrder order =
                new OpenOrder(
                        state.position,
                        candidate.account(),
                        candidate.product(),
                        command.side(),
                        book.reach(command.side(), candidate.price()),
                        candidate.quantity());
        order.reserve(state.rules);
        state.touch(order.account());
        quotes.changed(order.product());
        book.enter(command, order, new Sweep(state, trades, order, command.at()));
        if (order.remaining() == 0) {
            return placed(command, order, command.price(), OrderState.FILLED);
        }
        if (command.timeInForce() == TimeInForce.IMMEDIATE_OR_CANCEL) {
            order.unreserve();
            return placed(command, order, command.price(), OrderState.CANCELLED);
        }
        state.orders.add(order);
        boolean untouched = order.remaining() == order.quantity();
        return placed(
                command,
                order,
                Price.ofFen(order.price()),
                untouched ? OrderState.RESTING : OrderState.PARTLY_FILLED);
    }

    void cancel(CancelOrder command) {
        OpenOrder order = state.orders.find(command.order(), command.account());
        if (order == null) {
            Refusal refusal = Refusals.orderNotOpen(command.order());
            state.publisher.order(
                    new CancelRejected(
                            command.command(),
                            new OrderId(state.market, command.order().position()),
                            command.account(),
                            refusal.code(),
                            refusal.detail(),
                            command.at()));
            return;
        }
        end(order, command.command(), CancelReason.REQUESTED, command.at());
        surveillance.cancelled(order);
    }

    /** Ends what the account has open, of one product or of all, at its own request. */
    void cancel(CancelAllOrders command) {
        ProductCode product = command.product();
        int cancelled = 0;
        for (OpenOrder order : state.orders.inOrder()) {
            boolean isMeant = product == null || order.product().code().equals(product);
            if (isMeant && order.account().id().equals(command.account())) {
                end(order, null, CancelReason.ALL_CANCELLED, command.at());
                surveillance.cancelled(order);
                cancelled++;
            }
        }
        state.publisher.order(
                new AllOrdersCancelled(
                        command.command(),
                        new OrderId(state.market, state.position),
                        command.account(),
                        cancelled,
                        command.at()));
    }

    /** Ends all open orders of an account. */
    void cancelAllOf(Account account, CancelReason reason, OffsetDateTime at) {
        for (OpenOrder order : state.orders.inOrder()) {
            if (order.account() == account) {
                end(order, null, reason, at);
            }
        }
    }

    /** Ends what is still open at the close, in the order it came in. */
    void expireAll(OffsetDateTime at) {
        for (OpenOrder order : state.orders.inOrder()) {
            end(order, null, CancelReason.CLOSE_OF_DAY, at);
        }
    }

    /** Takes an order out of the book; what it kept reserved is free. */
    void end(OpenOrder order, @Nullable String command, CancelReason reason, OffsetDateTime at) {
        state.book(order.product()).cancel(order);
        state.orders.remove(order);
        order.unreserve();
        state.touch(order.account());
        quotes.changed(order.product());
        state.publisher.order(
                new OrderCancelled(
                        command,
                        new OrderId(state.market, order.number()),
                        order.account().id(),
                        Tonnes.of(order.remaining()),
                        reason,
                        at));
    }

    private OrderPlaced placed(
            PlaceOrder command, OpenOrder order, Price price, OrderState endsAs) {
        return new OrderPlaced(
                command.command(),
                new OrderId(state.market, order.number()),
                command.account(),
                state.day.openedDay(),
                command.product(),
                command.side(),
                price,
                command.quantity(),
                command.timeInForce(),
                Tonnes.of(order.quantity() - order.remaining()),
                Money.ofFen(order.traded()),
                Tonnes.of(order.remaining()),
                endsAs,
                false,
                command.at());
    }

    private OrderRejected rejected(PlaceOrder command, Refusal refusal) {
        return new OrderRejected(
                command.command(),
                new OrderId(state.market, state.position),
                command.account(),
                command.product(),
                command.side(),
                command.price(),
                command.quantity(),
                refusal.code(),
                refusal.field(),
                refusal.detail(),
                false,
                command.at());
    }

    private static OrderCancelled cancelled(
            @Nullable String command, OrderPlaced order, CancelReason reason, OffsetDateTime at) {
        return new OrderCancelled(
                command, order.order(), order.account(), order.remaining(), reason, at);
    }
}
