package org.carbonmarket.trading.engine;

import org.carbonmarket.events.marketlog.MarketCommand.ReplaceOrder;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.OrderEvent.OrderReplaced;
import org.carbonmarket.events.trading.OrderEvent.OrderState;
import org.carbonmarket.events.trading.OrderEvent.ReplaceRejected;
import org.carbonmarket.trading.engine.ReplaceLadder.Replacement;
import org.carbonmarket.trading.engine.risk.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * New terms for open listed orders: a new price or a larger quantity loses the place in time, a
 * smaller quantity keeps it; at a price that crosses, the order trades at once.
 */
final class Replacements {

    private final MarketState state;
    private final Trades trades;
    private final Quotes quotes;

    Replacements(MarketState state, Trades trades, Quotes quotes) {
        this.state = state;
        this.trades = trades;
        this.quotes = quotes;
    }

    void replace(ReplaceOrder command) {
        OpenOrder order = state.orders.find(command.order(), command.account());
        Refusal refusal =
                order == null
                        ? Refusals.orderNotOpen(command.order())
                        : ReplaceLadder.check(replacement(order, command));
        if (order == null || refusal != null) {
            reject(command, refusal);
            return;
        }
        Replacement wanted = replacement(order, command);
        ListedBook book = state.book(order.product());
        long price = book.reach(order.side(), wanted.price());
        boolean keepsPlace = price == order.price() && wanted.open() <= order.remaining();
        order.replace(state.rules, price, wanted.quantity());
        if (!keepsPlace) {
            order.loseTurn(state.position);
        }
        state.touch(order.account());
        quotes.changed(order.product());
        book.replace(order, new Sweep(state, trades, order, command.at()));
        if (order.remaining() == 0) {
            state.orders.remove(order);
        }
        state.publisher.order(replaced(command, order, keepsPlace));
    }

    private Replacement replacement(OpenOrder order, ReplaceOrder command) {
        Price price = command.price();
        Tonnes quantity = command.quantity();
        return new Replacement(
                state,
                order,
                price == null ? order.price() : price.fen(),
                quantity == null ? order.quantity() : quantity.value());
    }

    private OrderReplaced replaced(ReplaceOrder command, OpenOrder order, boolean keptPlace) {
        return new OrderReplaced(
                command.command(),
                new OrderId(state.market, order.number()),
                command.account(),
                Price.ofFen(order.price()),
                Tonnes.of(order.quantity()),
                Tonnes.of(order.filled()),
                Money.ofFen(order.traded()),
                Tonnes.of(order.remaining()),
                stateOf(order),
                keptPlace,
                command.at());
    }

    private static OrderState stateOf(OpenOrder order) {
        if (order.remaining() == 0) {
            return OrderState.FILLED;
        }
        return order.filled() == 0 ? OrderState.RESTING : OrderState.PARTLY_FILLED;
    }

    private void reject(ReplaceOrder command, @Nullable Refusal refusal) {
        if (refusal == null) {
            throw new IllegalStateException("a replacement is refused for no reason");
        }
        state.publisher.order(
                new ReplaceRejected(
                        command.command(),
                        new OrderId(state.market, command.order().position()),
                        command.account(),
                        refusal.code(),
                        refusal.field(),
                        refusal.detail(),
                        command.at()));
    }
}
