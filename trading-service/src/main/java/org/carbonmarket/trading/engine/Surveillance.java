package org.carbonmarket.trading.engine;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.trading.SupervisionEvent.AlertKind;
import org.carbonmarket.events.trading.SupervisionEvent.AlertRaised;
import org.carbonmarket.events.trading.SupervisionEvent.LargePositionReported;
import org.carbonmarket.trading.engine.DayTrades.MadeTrade;
import org.carbonmarket.trading.engine.UnsettledTrades.UnsettledTrade;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.positions.Holding;
import org.carbonmarket.trading.engine.session.Product;
import org.carbonmarket.trading.engine.surveillance.ClosingWatch;
import org.carbonmarket.trading.engine.surveillance.Suspicion;
import org.carbonmarket.trading.engine.surveillance.WatchLog;

/**
 * Watches the market and says what looks wrong, with the evidence (market rules, Trading, "Risk
 * control"). It only tells; people decide, and nothing it says changes a trade.
 */
final class Surveillance {

    /** An order of this size counts as large, in tonnes; below it a cancel is nobody's concern. */
    private static final long LARGE_ORDER = 10_000;

    /** Every so many cancelled large orders of one side on one day raise an alert. */
    private static final int CANCELS = 5;

    private static final int WHOLE = 10_000;

    private final MarketState state;

    Surveillance(MarketState state) {
        this.state = state;
    }

    /**
     * Wash trades: an alert at a group's first trade with itself; the rest is told at the close.
     */
    void traded(MadeTrade made) {
        UnsettledTrade trade = made.trade();
        Account buyer = state.accounts.at(trade.buyer());
        Account seller = state.accounts.at(trade.seller());
        String group = buyer.controlGroup();
        if (group != null && group.equals(seller.controlGroup())) {
            Product product = state.products.at(trade.product());
            if (state.watch.isFirstWash(product.index(), group)) {
                raise(
                        product,
                        new Suspicion(
                                AlertKind.WASH_TRADE,
                                List.of(seller.id(), buyer.id()),
                                List.of(
                                        "Trade %s: %s sold %d t to %s; both are under control %s."
                                                .formatted(
                                                        new TradeId(state.market, trade.trade()),
                                                        seller.id(),
                                                        trade.tonnes(),
                                                        buyer.id(),
                                                        group))));
            }
        }
        positionGrew(buyer, state.products.at(trade.product()));
    }

    /** Layering: large orders on one side, cancelled by their owner again and again. */
    void cancelled(OpenOrder order) {
        if (order.remaining() < LARGE_ORDER) {
            return;
        }
        WatchLog.Cancels cancels =
                state.watch.cancelled(
                        order.account().index(),
                        order.product().index(),
                        order.side(),
                        order.remaining());
        if (cancels.count() % CANCELS == 0) {
            raise(
                    order.product(),
                    new Suspicion(
                            AlertKind.LAYERING,
                            List.of(order.account().id()),
                            List.of(
                                    "%d large %s orders over %d t together were cancelled today; the newest was %s."
                                            .formatted(
                                                    cancels.count(),
                                                    order.side(),
                                                    cancels.tonnes(),
                                                    new OrderId(state.market, order.number())))));
        }
    }

    /** A large position is reported once a day, when it reaches its share of the limit. */
    void positionGrew(Account account, Product product) {
        Holding holding = account.holding(product.index());
        long limit = product.positionLimit();
        // In this order nothing overflows: a limit is at most a million million tonnes.
        boolean isLarge =
                limit > 0
                        && holding.total()
                                >= limit / WHOLE * state.rules.largePosition()
                                        + limit % WHOLE * state.rules.largePosition() / WHOLE;
        if (isLarge && state.watch.isFirstLarge(account.index(), product.index())) {
            state.publisher.supervision(
                    new LargePositionReported(
                            state.market,
                            state.day.openedDay(),
                            account.id(),
                            product.code(),
                            Tonnes.of(holding.total()),
                            Tonnes.of(limit),
                            state.time));
        }
    }

    /** What only the whole day shows: concentration, a marked close, the sum of wash trades. */
    void closeDay(OffsetDateTime at) {
        List<MadeTrade> standing = state.dayTrades.standing();
        for (Product product : state.products.opened()) {
            ClosingWatch watch = new ClosingWatch(at.toEpochSecond());
            for (MadeTrade made : standing) {
                UnsettledTrade trade = made.trade();
                if (trade.product() == product.index()) {
                    watch.add(
                            new ClosingWatch.Traded(
                                    made.method(),
                                    state.accounts.at(trade.buyer()),
                                    state.accounts.at(trade.seller()),
                                    trade.tonnes(),
                                    trade.amount(),
                                    made.second()));
                }
            }
            watch.suspicions().forEach(suspicion -> raise(product, suspicion));
        }
    }

    private void raise(Product product, Suspicion suspicion) {
        LocalDate day = state.day.openedDay();
        state.publisher.supervision(
                new AlertRaised(
                        state.market,
                        state.watch.nextAlert(),
                        day,
                        suspicion.kind(),
                        product.code(),
                        suspicion.accounts(),
                        suspicion.evidence(),
                        state.time));
    }
}
