package org.carbonmarket.trading.engine;

import java.util.List;
import java.util.function.Function;
import org.carbonmarket.events.marketlog.MarketCommand.PlaceOrder;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.positions.Holding;
import org.carbonmarket.trading.engine.risk.Refusal;
import org.carbonmarket.trading.engine.session.Product;
import org.jspecify.annotations.Nullable;

/**
 * What an order must pass before it is taken (market rules, Trading: "Before an order is
 * accepted"), in one fixed order; the first rung that says no gives the answer.
 *
 * <ol>
 *   <li>idempotency key: answered in {@link ListedTrading} before anything else is looked at
 *   <li>account active
 *   <li>phase open
 *   <li>product known here, then not halted
 *   <li>price on the tick: by type, {@link org.carbonmarket.events.quantity.Price} has no other
 *   <li>quantity 1 to the largest order
 *   <li>price within the limits of the day
 *   <li>covered: a sell by sellable allowances, a buy by free money, fees included
 *   <li>position limit
 *   <li>a named listing rests at the best price
 *   <li>no trade with oneself
 * </ol>
 *
 * Reads only: an order that is refused has changed nothing.
 */
final class OrderLadder {

    /** One order on its way up. Account and product are those of the rungs already passed. */
    record Candidate(
            MarketState state,
            PlaceOrder order,
            @Nullable Account knownAccount,
            @Nullable Product knownProduct) {

        Account account() {
            return passed(knownAccount);
        }

        Product product() {
            return passed(knownProduct);
        }

        Holding holding() {
            return account().holding(product().index());
        }

        ListedBook book() {
            return state.book(product());
        }

        long price() {
            return order.price().fen();
        }

        long quantity() {
            return order.quantity().value();
        }

        private static <T> T passed(@Nullable T value) {
            if (value == null) {
                throw new IllegalStateException("a rung was left out");
            }
            return value;
        }
    }

    private static final List<Function<Candidate, @Nullable Refusal>> RUNGS =
            List.of(
                    OrderLadder::accountIsActive,
                    OrderLadder::phaseIsOpen,
                    OrderLadder::productIsOpened,
                    OrderLadder::productIsNotHalted,
                    OrderLadder::quantityIsInRange,
                    OrderLadder::priceIsWithinLimits,
                    OrderLadder::orderIsCovered,
                    OrderLadder::positionLimitIsKept,
                    OrderLadder::namedListingIsAtBestPrice,
                    OrderLadder::noTradeWithOneself);

    private OrderLadder() {}

    /** The first refusal, or null when the order may be taken. */
    static @Nullable Refusal check(Candidate candidate) {
        for (Function<Candidate, @Nullable Refusal> rung : RUNGS) {
            Refusal refusal = rung.apply(candidate);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static @Nullable Refusal accountIsActive(Candidate c) {
        return Refusals.unlessMayTrade(c.knownAccount, c.order.account());
    }

    private static @Nullable Refusal phaseIsOpen(Candidate c) {
        return Refusals.unlessTakesOrders(c.state.day);
    }

    private static @Nullable Refusal productIsOpened(Candidate c) {
        return Refusals.unlessOpened(c.knownProduct, c.order.product());
    }

    private static @Nullable Refusal productIsNotHalted(Candidate c) {
        return Refusals.ifHalted(c.product());
    }

    private static @Nullable Refusal quantityIsInRange(Candidate c) {
        return Refusals.unlessListedQuantity(c.state.rules, c.quantity());
    }

    private static @Nullable Refusal priceIsWithinLimits(Candidate c) {
        return Refusals.unlessWithinLimits(c.product(), c.order.price());
    }

    private static @Nullable Refusal orderIsCovered(Candidate c) {
        return c.order.side() == Side.SELL
                ? Refusals.unlessSellable(c.holding(), c.quantity(), c.order.product())
                : moneyCovers(c);
    }

    private static @Nullable Refusal moneyCovers(Candidate c) {
        return Refusals.unlessMoneyCovers(
                c.state.spendable(c.account()),
                OpenOrder.cost(c.state.rules, c.price(), c.quantity()));
    }

    private static @Nullable Refusal positionLimitIsKept(Candidate c) {
        if (c.order.side() == Side.SELL) {
            return null;
        }
        long reach = Math.addExact(c.holding().total(), c.holding().buying());
        return Refusals.unlessWithinPositionLimit(c.product(), reach, c.quantity());
    }

    private static @Nullable Refusal namedListingIsAtBestPrice(Candidate c) {
        OrderId listing = c.order.listing();
        if (listing == null || canTake(c, listing)) {
            return null;
        }
        return new Refusal(
                RejectionCode.LISTING_NOT_AT_BEST_PRICE,
                "listing",
                "The listing " + listing + " does not rest at the best price you can trade at.");
    }

    private static boolean canTake(Candidate c, OrderId listing) {
        return listing.market() == c.state.market
                && c.book().isAtBest(c.order.side(), listing.position(), c.price());
    }

    private static @Nullable Refusal noTradeWithOneself(Candidate c) {
        boolean meetsItself = c.book().meetsItself(c.order, c.account().index());
        return meetsItself ? Refusals.selfTrade() : null;
    }
}
