package org.carbonmarket.trading.engine.model;

import static org.carbonmarket.trading.engine.model.No.DETAIL;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.carbonmarket.events.marketlog.MarketCommand.PlaceOrder;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.trading.OrderEvent;
import org.carbonmarket.events.trading.OrderEvent.OrderFilled;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.OrderEvent.OrderRejected;
import org.carbonmarket.events.trading.OrderEvent.OrderState;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TimeInForce;
import org.carbonmarket.events.trading.TradingMethod;
import org.jspecify.annotations.Nullable;

/** Listed trading by searching lists. */
final class ReferenceListed {

    private static final int LEVELS = 5;

    private final ReferenceState state;
    private final ReferenceTrades trades;

    ReferenceListed(ReferenceState state, ReferenceTrades trades) {
        this.state = state;
        this.trades = trades;
    }

    /** Answers a new order; the caller deals with keys. */
    OrderEvent place(PlaceOrder c) {
        ReferenceAccount account = state.accounts.get(c.account());
        ReferenceProduct product = state.products.get(c.product());
        No no = check(c, account, product);
        if (no != null || account == null || product == null) {
            return rejected(c, no == null ? new No(RejectionCode.PRODUCT_UNKNOWN, null) : no);
        }
        long price = reach(product, c.side(), c.price().fen());
        ReferenceOrder order =
                new ReferenceOrder(
                        state.position, account, product, c.side(), price, c.quantity().value());
        fill(order, meets(order, c.listing()), c.at());
        boolean immediate = c.timeInForce() == TimeInForce.IMMEDIATE_OR_CANCEL;
        if (order.remaining > 0 && !immediate) {
            state.orders.add(order);
        }
        return placed(c, order, immediate);
    }

    private @Nullable No check(
            PlaceOrder c, @Nullable ReferenceAccount account, @Nullable ReferenceProduct product) {
        No no =
                No.first(
                        () -> state.mayTrade(account),
                        () -> No.unless(state.isOpen(), RejectionCode.MARKET_NOT_OPEN, null),
                        () -> state.isTraded(product));
        if (no != null || account == null || product == null) {
            return no;
        }
        long price = c.price().fen();
        long tonnes = c.quantity().value();
        ReferenceOrder wanted =
                new ReferenceOrder(state.position, account, product, c.side(), price, tonnes);
        return No.first(
                () -> state.isNotHalted(product),
                () -> inRange(tonnes),
                () -> withinLimits(product, price),
                () ->
                        wanted.buys()
                                ? state.coversPurchase(
                                        account, 0, wanted.needs(state.rules, price, tonnes))
                                : state.coversSale(account, product, 0, tonnes),
                () -> wanted.buys() ? state.keepsLimit(account, product, 0, tonnes) : null,
                () ->
                        No.unless(
                                c.listing() == null || isAtBest(c.listing(), wanted),
                                RejectionCode.LISTING_NOT_AT_BEST_PRICE,
                                "listing"),
                () -> notWithItself(wanted, c.listing()));
    }

    @Nullable No inRange(long tonnes) {
        return No.unless(
                tonnes >= 1 && tonnes <= state.rules.largestOrder(),
                RejectionCode.QUANTITY_OUT_OF_RANGE,
                "quantity");
    }

    static @Nullable No withinLimits(ReferenceProduct product, long price) {
        return No.unless(
                price >= product.lower && price <= product.upper,
                RejectionCode.PRICE_OUTSIDE_LIMITS,
                "price");
    }

    @Nullable No notWithItself(ReferenceOrder wanted, @Nullable OrderId listing) {
        ReferenceOrder reaching =
                new ReferenceOrder(
                        wanted.number,
                        wanted.account,
                        wanted.product,
                        wanted.side,
                        reach(wanted.product, wanted.side, wanted.price),
                        wanted.remaining);
        boolean alone =
                meets(reaching, listing).stream().noneMatch(o -> o.account == wanted.account);
        return No.unless(alone, RejectionCode.SELF_TRADE, null);
    }

    /** The other side, best price first, in time order at one price. */
    private List<ReferenceOrder> otherSide(ReferenceProduct product, Side side) {
        Comparator<ReferenceOrder> byPrice = Comparator.comparingLong(order -> order.price);
        return state.orders.stream()
                .filter(order -> order.product == product && order.side != side)
                .sorted(side == Side.BUY ? byPrice : byPrice.reversed())
                .toList();
    }

    List<ReferenceOrder> side(ReferenceProduct product, Side side) {
        return otherSide(product, side == Side.BUY ? Side.SELL : Side.BUY);
    }

    /** A price is good for the best five levels of the other side and no further. */
    long reach(ReferenceProduct product, Side side, long price) {
        List<Long> levels =
                otherSide(product, side).stream().map(order -> order.price).distinct().toList();
        boolean further = levels.size() > LEVELS && crosses(side, price, levels.get(LEVELS));
        return further ? levels.get(LEVELS - 1) : price;
    }

    private static boolean crosses(Side side, long price, long other) {
        return side == Side.BUY ? other <= price : other >= price;
    }

    private boolean isAtBest(OrderId listing, ReferenceOrder wanted) {
        List<ReferenceOrder> others = otherSide(wanted.product, wanted.side);
        return listing.market() == ReferenceState.CN
                && others.stream()
                        .anyMatch(order ->
                                order.number == listing.position()
                                        && order.price == others.getFirst().price
                                        && crosses(wanted.side, wanted.price, order.price));
    }

    /** Whom an order trades with: the listing it names, then the others in their order. */
    List<ReferenceOrder> meets(ReferenceOrder order, @Nullable OrderId listing) {
        List<ReferenceOrder> others = new ArrayList<>(otherSide(order.product, order.side));
        if (listing != null) {
            Predicate<ReferenceOrder> named = other -> other.number == listing.position();
            List<ReferenceOrder> first = others.stream().filter(named).toList();
            others.removeIf(named);
            others.addAll(0, first);
        }
        List<ReferenceOrder> met = new ArrayList<>();
        long left = order.remaining;
        for (ReferenceOrder other : others) {
            if (left > 0 && crosses(order.side, order.price, other.price)) {
                met.add(other);
                left -= Math.min(left, other.remaining);
            }
        }
        return met;
    }

    void fill(ReferenceOrder order, List<ReferenceOrder> met, OffsetDateTime at) {
        for (ReferenceOrder other : met) {
            long tonnes = Math.min(order.remaining, other.remaining);
            long price = other.price;
            order.product.traded(TradingMethod.LISTED, price, tonnes);
            long trade =
                    trades.make(
                            TradingMethod.LISTED,
                            order.buys() ? order : other,
                            order.buys() ? other : order,
                            order.side,
                            price,
                            tonnes,
                            at);
            state.say(
                    new OrderFilled(
                            state.number(other.number),
                            other.account.id,
                            new TradeId(ReferenceState.CN, trade),
                            Price.ofFen(price),
                            Tonnes.of(tonnes),
                            Tonnes.of(other.remaining),
                            at));
            state.orders.removeIf(open -> open.remaining == 0);
        }
    }

    static OrderState stateOf(ReferenceOrder order) {
        if (order.remaining == 0) {
            return OrderState.FILLED;
        }
        return order.filled() == 0 ? OrderState.RESTING : OrderState.PARTLY_FILLED;
    }

    private OrderPlaced placed(PlaceOrder c, ReferenceOrder order, boolean immediate) {
        boolean rests = order.remaining > 0 && !immediate;
        boolean cut = order.remaining > 0 && immediate;
        return new OrderPlaced(
                c.command(),
                state.number(order.number),
                c.account(),
                state.openedDay(),
                c.product(),
                c.side(),
                rests ? Price.ofFen(order.price) : c.price(),
                c.quantity(),
                c.timeInForce(),
                Tonnes.of(order.filled()),
                Money.ofFen(order.amount),
                Tonnes.of(order.remaining),
                cut ? OrderState.CANCELLED : stateOf(order),
                false,
                c.at());
    }

    OrderRejected rejected(PlaceOrder c, No no) {
        return new OrderRejected(
                c.command(),
                state.number(state.position),
                c.account(),
                c.product(),
                c.side(),
                c.price(),
                c.quantity(),
                no.code(),
                no.field(),
                DETAIL,
                false,
                c.at());
    }
}
