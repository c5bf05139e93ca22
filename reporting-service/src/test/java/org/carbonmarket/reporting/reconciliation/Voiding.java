package org.carbonmarket.reporting.reconciliation;

import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryCompleted;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryLocked;
import org.carbonmarket.events.settlement.SettlementEvent.TradeReversed;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionVoided;
import org.carbonmarket.events.trading.TradeEvent.TradeVoided;

/** What all services say when a trade is voided. */
final class Voiding {

    private static final String WHY = "Entered in error.";

    private Voiding() {}

    static List<PublishedEvent> of(ExecutionRecorded traded, TradeId number) {
        AccountId giver = traded.buyer();
        AccountId receiver = traded.seller();
        return List.of(
                new TradeVoided(
                        number,
                        traded.trade(),
                        traded.day(),
                        traded.day(),
                        traded.product(),
                        traded.method(),
                        traded.price(),
                        traded.quantity(),
                        traded.amount(),
                        WHY,
                        traded.at()),
                new ExecutionVoided(
                        number,
                        traded.trade(),
                        traded.day(),
                        traded.day(),
                        traded.product(),
                        traded.method(),
                        traded.price(),
                        traded.quantity(),
                        traded.amount(),
                        traded.buyer(),
                        traded.seller(),
                        traded.buyerFee(),
                        traded.sellerFee(),
                        WHY,
                        traded.at()),
                new DeliveryLocked(number, giver, traded.product(), traded.quantity(), traded.at()),
                new TradeReversed(
                        number,
                        traded.trade(),
                        traded.buyer(),
                        traded.seller(),
                        traded.product(),
                        traded.quantity(),
                        traded.amount(),
                        traded.buyerFee(),
                        traded.sellerFee(),
                        traded.at()),
                new DeliveryCompleted(
                        number, giver, receiver, traded.product(), traded.quantity(), traded.at()));
    }

    static TradeReversed reversalOf(TradeReversed told, Money amount) {
        return new TradeReversed(
                told.trade(),
                told.voided(),
                told.buyer(),
                told.seller(),
                told.product(),
                told.tonnes(),
                amount,
                told.buyerFee(),
                told.sellerFee(),
                told.at());
    }
}
