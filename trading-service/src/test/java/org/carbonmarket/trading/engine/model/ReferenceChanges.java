package org.carbonmarket.trading.engine.model;

import static org.carbonmarket.trading.engine.model.No.DETAIL;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;
import org.carbonmarket.events.marketlog.MarketCommand.CancelAllOrders;
import org.carbonmarket.events.marketlog.MarketCommand.CancelOrder;
import org.carbonmarket.events.marketlog.MarketCommand.ReplaceOrder;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.OrderEvent.AllOrdersCancelled;
import org.carbonmarket.events.trading.OrderEvent.CancelReason;
import org.carbonmarket.events.trading.OrderEvent.CancelRejected;
import org.carbonmarket.events.trading.OrderEvent.OrderCancelled;
import org.carbonmarket.events.trading.OrderEvent.OrderReplaced;
import org.carbonmarket.events.trading.OrderEvent.ReplaceRejected;
import org.carbonmarket.events.trading.RejectionCode;
import org.jspecify.annotations.Nullable;

/** What becomes of open listed orders at their owners' wish, and otherwise. */
final class ReferenceChanges {

    private final ReferenceState state;
    private final ReferenceListed listed;

    ReferenceChanges(ReferenceState state, ReferenceListed listed) {
        this.state = state;
        this.listed = listed;
    }

    void replace(ReplaceOrder c) {
        ReferenceOrder order = find(c.order(), c.account());
        No no = order == null ? new No(RejectionCode.ORDER_NOT_OPEN, "order") : check(c, order);
        if (order == null || no != null) {
            state.say(
                    new ReplaceRejected(
                            c.command(),
                            state.number(c.order().position()),
                            c.account(),
                            no == null ? RejectionCode.ORDER_NOT_OPEN : no.code(),
                            no == null ? null : no.field(),
                            DETAIL,
                            c.at()));
            return;
        }
        long open = quantity(c, order) - order.filled();
        long price = listed.reach(order.product, order.side, price(c, order));
        boolean keeps = price == order.price && open <= order.remaining;
        order.quantity = quantity(c, order);
        order.price = price;
        order.remaining = open;
        if (!keeps) {
            state.orders.remove(order);
            listed.fill(order, listed.meets(order, null), c.at());
            if (order.remaining > 0) {
                state.orders.add(order);
            }
        }
        state.say(
                new OrderReplaced(
                        c.command(),
                        state.number(order.number),
                        c.account(),
                        Price.ofFen(order.price),
                        Tonnes.of(order.quantity),
                        Tonnes.of(order.filled()),
                        Money.ofFen(order.amount),
                        Tonnes.of(order.remaining),
                        ReferenceListed.stateOf(order),
                        keeps,
                        c.at()));
    }

    private static long price(ReplaceOrder c, ReferenceOrder order) {
        return c.price() == null ? order.price : c.price().fen();
    }

    private static long quantity(ReplaceOrder c, ReferenceOrder order) {
        return c.quantity() == null ? order.quantity : c.quantity().value();
    }

    private @Nullable No check(ReplaceOrder c, ReferenceOrder order) {
        long price = price(c, order);
        long quantity = quantity(c, order);
        long open = quantity - order.filled();
        ReferenceProduct product = order.product;
        ReferenceAccount account = order.account;
        return No.first(
                () -> state.mayTrade(account),
                () -> No.unless(state.isOpen(), RejectionCode.MARKET_NOT_OPEN, null),
                () -> state.isNotHalted(product),
                () -> No.unless(open > 0, RejectionCode.REPLACEMENT_IMPOSSIBLE, "quantity"),
                () ->
                        No.unless(
                                price != order.price || quantity != order.quantity,
                                RejectionCode.REPLACEMENT_IMPOSSIBLE,
                                null),
                () -> listed.inRange(quantity),
                () -> ReferenceListed.withinLimits(product, price),
                () ->
                        order.buys()
                                ? state.coversPurchase(
                                        account,
                                        order.reserved(state.rules),
                                        order.needs(state.rules, price, open))
                                : state.coversSale(account, product, order.remaining, open),
                () ->
                        order.buys() && open > order.remaining
                                ? state.keepsLimit(account, product, order.remaining, open)
                                : null,
                () ->
                        listed.notWithItself(
                                new ReferenceOrder(
                                        order.number, account, product, order.side, price, open),
                                null));
    }

    void cancel(CancelOrder c) {
        ReferenceOrder order = find(c.order(), c.account());
        if (order == null) {
            state.say(
                    new CancelRejected(
                            c.command(),
                            state.number(c.order().position()),
                            c.account(),
                            RejectionCode.ORDER_NOT_OPEN,
                            DETAIL,
                            c.at()));
        } else {
            end(order, c.command(), CancelReason.REQUESTED, c.at());
        }
    }

    void cancelAll(CancelAllOrders c) {
        int count =
                endAll(
                        order ->
                                order.account.id.equals(c.account())
                                        && (c.product() == null
                                                || order.product.code.equals(c.product())),
                        CancelReason.ALL_CANCELLED,
                        c.at());
        state.say(
                new AllOrdersCancelled(
                        c.command(), state.number(state.position), c.account(), count, c.at()));
    }

    int endAll(Predicate<ReferenceOrder> which, CancelReason reason, OffsetDateTime at) {
        List<ReferenceOrder> ending = state.orders.stream().filter(which).toList();
        ending.forEach(order -> end(order, null, reason, at));
        return ending.size();
    }

    void end(
            ReferenceOrder order,
            @Nullable String command,
            CancelReason reason,
            OffsetDateTime at) {
        state.orders.remove(order);
        state.say(
                new OrderCancelled(
                        command,
                        state.number(order.number),
                        order.account.id,
                        Tonnes.of(order.remaining),
                        reason,
                        at));
    }

    private @Nullable ReferenceOrder find(OrderId number, AccountId account) {
        return state.orders.stream()
                .filter(order ->
                        number.market() == ReferenceState.CN
                                && order.number == number.position()
                                && order.account.id.equals(account))
                .findFirst()
                .orElse(null);
    }
}
