package org.carbonmarket.reporting.reconciliation;

import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.DeliveryEvent;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryCompleted;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryLocked;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryRejected;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryUndone;
import org.carbonmarket.events.settlement.SettlementEvent;
import org.carbonmarket.events.settlement.SettlementEvent.SettlementFailed;
import org.carbonmarket.events.settlement.SettlementEvent.TradeReversed;
import org.carbonmarket.events.settlement.SettlementEvent.TradeSettled;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.reporting.reconciliation.Movement.Kind;
import org.carbonmarket.reporting.reconciliation.TradeLife.Ended;
import org.carbonmarket.reporting.reconciliation.TradeLife.Executed;
import org.carbonmarket.reporting.reconciliation.TradeLife.Said;

/** How the deeds of a trade's life are posted, from the execution to the delivery. */
final class TradePosting {

    private final Postings to;
    private final TradeChecks checks;

    TradePosting(Postings to) {
        this.to = to;
        checks = new TradeChecks(to);
    }

    /** The public side. */
    void post(TradeExecuted event, long sequence) {
        checks.numbered("trading.trades", event.trade(), sequence);
        checks.priced("published", event.trade(), event.price(), event.quantity(), event.amount());
        to.trade(
                TradeLife.unknown(event.trade())
                        .withTraded(
                                Said.once(
                                        event.day(),
                                        event.product(),
                                        event.method(),
                                        event.price(),
                                        event.quantity(),
                                        event.amount())));
    }

    /** The private side: value changes hands in the engine. */
    void post(ExecutionRecorded event, long sequence) {
        checks.numbered("trading.executions", event.trade(), sequence);
        checks.priced("executed", event.trade(), event.price(), event.quantity(), event.amount());
        to.trade(
                TradeLife.unknown(event.trade())
                        .between(
                                event.product().value(),
                                event.buyer().value(),
                                event.seller().value())
                        .withExecuted(executed(event)));
        long tonnes = event.quantity().value();
        long fen = event.amount().fen();
        Market market = event.market();
        String product = event.product().value();
        to.traded(event.buyer().value(), product, market, event.day(), tonnes);
        to.traded(event.seller().value(), product, market, event.day(), -tonnes);
        to.traded(
                event.buyer().value(),
                Movement.MONEY,
                market,
                event.day(),
                -Math.addExact(fen, event.buyerFee().fen()));
        to.traded(
                event.seller().value(),
                Movement.MONEY,
                market,
                event.day(),
                Math.subtractExact(fen, event.sellerFee().fen()));
        to.executed(
                new Postings.ExecutedDay(
                        new Postings.DayKey(market, event.day()),
                        1,
                        tonnes,
                        fen,
                        Math.addExact(event.buyerFee().fen(), event.sellerFee().fen()),
                        event.trade().sequence()));
    }

    private static Executed executed(ExecutionRecorded event) {
        return new Executed(
                Said.once(
                        event.day(),
                        event.product(),
                        event.method(),
                        event.price(),
                        event.quantity(),
                        event.amount()),
                Texts.of(
                        event.buyer(),
                        event.seller(),
                        event.product(),
                        event.quantity(),
                        event.amount(),
                        event.buyerFee(),
                        event.sellerFee()),
                Texts.of(event.seller(), event.product(), event.quantity()),
                Texts.of(event.seller(), event.buyer(), event.product(), event.quantity()));
    }

    void post(SettlementEvent event) {
        switch (event) {
            case TradeSettled settled -> {
                ended(settled, new Ended(parties(settled), 1, 0, false));
                paid(settled);
            }
            case SettlementFailed failed -> {
                ended(failed, new Ended(parties(failed), 0, 1, failed.locked()));
                givenBack(failed);
            }
            case TradeReversed reversed -> new VoidPosting(to).post(reversed);
        }
    }

    private void ended(SettlementEvent event, Ended ended) {
        to.trade(TradeLife.unknown(event.trade()).withEnded(ended));
    }

    private static String parties(TradeSettled event) {
        return Texts.of(
                event.buyer(),
                event.seller(),
                event.product(),
                event.tonnes(),
                event.amount(),
                event.buyerFee(),
                event.sellerFee());
    }

    private static String parties(SettlementFailed event) {
        return Texts.of(
                event.buyer(),
                event.seller(),
                event.product(),
                event.tonnes(),
                event.amount(),
                event.buyerFee(),
                event.sellerFee());
    }

    /** Money is paid at once: locked and gone in one step. */
    private void paid(TradeSettled event) {
        long fen = event.amount().fen();
        String market = event.market().name();
        String buyer = event.buyer().value();
        String seller = event.seller().value();
        long given = Math.addExact(fen, event.buyerFee().fen());
        to.move(buyer, Movement.MONEY, market, Kind.LOCKED, given);
        to.move(buyer, Movement.MONEY, market, Kind.SETTLED_AWAY, given);
        to.move(buyer, Movement.MONEY, market, Kind.FEE, event.buyerFee().fen());
        to.move(
                seller,
                Movement.MONEY,
                market,
                Kind.SETTLED_TO,
                Math.subtractExact(fen, event.sellerFee().fen()));
        to.move(seller, Movement.MONEY, market, Kind.FEE, event.sellerFee().fen());
    }

    /** The engine undoes the trade on both sides. */
    private void givenBack(SettlementFailed event) {
        long fen = event.amount().fen();
        long tonnes = event.tonnes().value();
        String market = event.market().name();
        String product = event.product().value();
        String buyer = event.buyer().value();
        String seller = event.seller().value();
        to.move(buyer, product, market, Kind.FAILED_AWAY, tonnes);
        to.move(seller, product, market, Kind.FAILED_TO, tonnes);
        to.move(
                buyer,
                Movement.MONEY,
                market,
                Kind.FAILED_TO,
                Math.addExact(fen, event.buyerFee().fen()));
        to.move(
                seller,
                Movement.MONEY,
                market,
                Kind.FAILED_AWAY,
                Math.subtractExact(fen, event.sellerFee().fen()));
    }

    void post(DeliveryEvent event) {
        TradeLife life = TradeLife.unknown(event.trade());
        String market = event.market().name();
        switch (event) {
            case DeliveryLocked moved -> {
                move(moved.seller().value(), moved.product(), market, Kind.LOCKED, moved.tonnes());
                to.trade(
                        life.withLocked(
                                Said.once(moved.seller(), moved.product(), moved.tonnes())));
            }
            case DeliveryRejected _ -> to.trade(life.withRejected());
            case DeliveryCompleted moved -> {
                move(
                        moved.seller().value(),
                        moved.product(),
                        market,
                        Kind.SETTLED_AWAY,
                        moved.tonnes());
                move(
                        moved.buyer().value(),
                        moved.product(),
                        market,
                        Kind.SETTLED_TO,
                        moved.tonnes());
                to.trade(
                        life.withDelivered(
                                Said.once(
                                        moved.seller(),
                                        moved.buyer(),
                                        moved.product(),
                                        moved.tonnes())));
            }
            case DeliveryUndone moved -> {
                move(moved.seller().value(), moved.product(), market, Kind.UNDONE, moved.tonnes());
                to.trade(
                        life.withUndone(
                                Said.once(moved.seller(), moved.product(), moved.tonnes())));
            }
        }
    }

    private void move(String account, Object product, String market, Kind kind, Tonnes tonnes) {
        to.move(account, product.toString(), market, kind, tonnes.value());
    }
}
