package org.carbonmarket.trading.engine;

import java.util.List;
import java.util.function.Function;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.trading.engine.positions.Holding;
import org.carbonmarket.trading.engine.risk.Refusal;
import org.carbonmarket.trading.engine.session.Product;
import org.jspecify.annotations.Nullable;

/**
 * What a replacement of an open order must pass: what the order itself had to, at its new terms,
 * and that they are new and leave something open.
 *
 * <ol>
 *   <li>account active
 *   <li>phase open
 *   <li>product not halted
 *   <li>another price or quantity, above what has traded
 *   <li>quantity at most the largest order
 *   <li>price within the limits of the day
 *   <li>covered, what the order keeps reserved counted in
 *   <li>position limit
 *   <li>no trade with oneself
 * </ol>
 */
final class ReplaceLadder {

    /**
     * An open order and the terms it shall have.
     *
     * @param price in fen
     * @param quantity in all, what has traded included
     */
    record Replacement(MarketState state, OpenOrder order, long price, long quantity) {

        /** What shall be open from now on. */
        long open() {
            return quantity - order.filled();
        }

        Product product() {
            return order.product();
        }
    }

    private static final List<Function<Replacement, @Nullable Refusal>> RUNGS =
            List.of(
                    r -> Refusals.unlessMayTrade(r.order.account(), r.order.account().id()),
                    r -> Refusals.unlessTakesOrders(r.state.day),
                    r -> Refusals.ifHalted(r.product()),
                    ReplaceLadder::termsAreNew,
                    r -> Refusals.unlessListedQuantity(r.state.rules, r.quantity),
                    r -> Refusals.unlessWithinLimits(r.product(), Price.ofFen(r.price)),
                    ReplaceLadder::restIsCovered,
                    ReplaceLadder::positionLimitIsKept,
                    ReplaceLadder::noTradeWithOneself);

    private ReplaceLadder() {}

    /** The first refusal, or null when the order may be replaced. */
    static @Nullable Refusal check(Replacement replacement) {
        for (Function<Replacement, @Nullable Refusal> rung : RUNGS) {
            Refusal refusal = rung.apply(replacement);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static @Nullable Refusal termsAreNew(Replacement r) {
        OpenOrder order = r.order;
        if (r.open() <= 0) {
            return new Refusal(
                    RejectionCode.REPLACEMENT_IMPOSSIBLE,
                    "quantity",
                    "The order has traded %d t; its new quantity must be above that."
                            .formatted(order.filled()));
        }
        if (r.price == order.price() && r.quantity == order.quantity()) {
            return new Refusal(
                    RejectionCode.REPLACEMENT_IMPOSSIBLE,
                    null,
                    "The order has this price and this quantity already.");
        }
        return null;
    }

    private static @Nullable Refusal restIsCovered(Replacement r) {
        OpenOrder order = r.order;
        if (order.side() == Side.SELL) {
            Holding holding = order.account().holding(r.product().index());
            return Refusals.unlessSellable(
                    holding, order.remaining(), r.open(), r.product().code());
        }
        long spendable = Math.addExact(r.state.spendable(order.account()), order.reserved());
        return Refusals.unlessMoneyCovers(
                spendable, order.needed(r.state.rules, r.price, r.open()));
    }

    private static @Nullable Refusal positionLimitIsKept(Replacement r) {
        OpenOrder order = r.order;
        if (order.side() == Side.SELL || r.open() <= order.remaining()) {
            return null;
        }
        Holding holding = order.account().holding(r.product().index());
        long others = Math.subtractExact(holding.buying(), order.remaining());
        return Refusals.unlessWithinPositionLimit(
                r.product(), Math.addExact(holding.total(), others), r.open());
    }

    private static @Nullable Refusal noTradeWithOneself(Replacement r) {
        OpenOrder order = r.order;
        boolean meetsItself =
                r.state
                        .book(r.product())
                        .meetsItself(order.side(), r.price, r.open(), order.account().index());
        return meetsItself ? Refusals.selfTrade() : null;
    }
}
