package org.carbonmarket.reporting.reconciliation;

import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.settlement.SettlementEvent.TradeReversed;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionVoided;
import org.carbonmarket.events.trading.TradeEvent.TradeVoided;
import org.carbonmarket.reporting.reconciliation.Movement.Kind;
import org.carbonmarket.reporting.reconciliation.TradeLife.Ended;
import org.carbonmarket.reporting.reconciliation.TradeLife.Executed;
import org.carbonmarket.reporting.reconciliation.TradeLife.Said;

/**
 * How the voiding of a trade is posted: as a life of its own under the reversal's number, in which
 * the original buyer delivers and the original seller pays. Fees come back with the money.
 */
final class VoidPosting {

    private final Postings to;
    private final TradeChecks checks;

    VoidPosting(Postings to) {
        this.to = to;
        checks = new TradeChecks(to);
    }

    /** The public side. */
    void post(TradeVoided event, long sequence) {
        checks.numbered("trading.trades", event.trade(), sequence);
        checks.priced("voided", event.trade(), event.price(), event.quantity(), event.amount());
        to.trade(
                TradeLife.unknown(event.trade())
                        .withTraded(
                                Said.once(
                                        event.voided(),
                                        event.day(),
                                        event.product(),
                                        event.method(),
                                        event.price(),
                                        event.quantity(),
                                        event.amount())));
    }

    /** The private side: value goes back in the engine, and the day counts a trade less. */
    void post(ExecutionVoided event, long sequence) {
        checks.numbered("trading.executions", event.trade(), sequence);
        checks.priced("voided", event.trade(), event.price(), event.quantity(), event.amount());
        to.trade(
                TradeLife.unknown(event.trade())
                        .between(
                                event.product().value(),
                                event.seller().value(),
                                event.buyer().value())
                        .withExecuted(executed(event)));
        long tonnes = event.quantity().value();
        long fen = event.amount().fen();
        long buyerFee = event.buyerFee().fen();
        long sellerFee = event.sellerFee().fen();
        Market market = event.market();
        String product = event.product().value();
        String buyer = event.buyer().value();
        String seller = event.seller().value();
        to.traded(seller, product, market, event.day(), tonnes);
        to.traded(buyer, product, market, event.day(), -tonnes);
        to.traded(buyer, Movement.MONEY, market, event.day(), Math.addExact(fen, buyerFee));
        to.traded(seller, Movement.MONEY, market, event.day(), -(fen - sellerFee));
        to.executed(
                new Postings.ExecutedDay(
                        new Postings.DayKey(market, event.tradedOn()),
                        -1,
                        -tonnes,
                        -fen,
                        -Math.addExact(buyerFee, sellerFee),
                        event.trade().sequence()));
    }

    private static Executed executed(ExecutionVoided event) {
        AccountId giver = event.buyer();
        AccountId receiver = event.seller();
        return new Executed(
                Said.once(
                        event.voided(),
                        event.day(),
                        event.product(),
                        event.method(),
                        event.price(),
                        event.quantity(),
                        event.amount()),
                parties(
                        receiver,
                        giver,
                        event.product(),
                        event.quantity(),
                        event.amount(),
                        event.buyerFee(),
                        event.sellerFee()),
                Texts.of(giver, event.product(), event.quantity()),
                Texts.of(giver, receiver, event.product(), event.quantity()));
    }

    /** Settled backwards: money and fees return to who paid them. */
    void post(TradeReversed event) {
        String said =
                parties(
                        event.seller(),
                        event.buyer(),
                        event.product(),
                        event.tonnes(),
                        event.amount(),
                        event.buyerFee(),
                        event.sellerFee());
        to.trade(TradeLife.unknown(event.trade()).withEnded(new Ended(said, 1, 0, false)));
        String market = event.market().name();
        long fen = event.amount().fen();
        long returned = fen - event.sellerFee().fen();
        String buyer = event.buyer().value();
        String seller = event.seller().value();
        to.move(seller, Movement.MONEY, market, Kind.LOCKED, returned);
        to.move(seller, Movement.MONEY, market, Kind.SETTLED_AWAY, returned);
        to.move(seller, Movement.MONEY, market, Kind.FEE, -event.sellerFee().fen());
        to.move(
                buyer,
                Movement.MONEY,
                market,
                Kind.SETTLED_TO,
                Math.addExact(fen, event.buyerFee().fen()));
        to.move(buyer, Movement.MONEY, market, Kind.FEE, -event.buyerFee().fen());
    }

    private static String parties(
            AccountId receiver,
            AccountId giver,
            ProductCode product,
            Tonnes tonnes,
            Money amount,
            Money buyerFee,
            Money sellerFee) {
        return Texts.of(receiver, giver, product, tonnes, amount, buyerFee, sellerFee);
    }
}
