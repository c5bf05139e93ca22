package org.carbonmarket.registry.compliance.prices;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.carbonmarket.delivery.inbox.Inbox;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.trading.TradeEvent;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.events.trading.TradeEvent.TradeVoided;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of every trade. */
@ApplicationScoped
class TradesListener {

    /** The channel's group.id, by which its position is kept. */
    private static final String CONSUMER = "registry.traded";

    private final Inbox inbox;
    private final TradedDays days;

    TradesListener(Inbox inbox, TradedDays days) {
        this.inbox = inbox;
        this.days = days;
    }

    @Incoming("trading-trades")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(CONSUMER, records, this::apply);
    }

    void apply(List<Received> batch) {
        days.add(batch.stream().map(TradesListener::change).toList());
    }

    /** A voided trade is taken out of the day it was made on. */
    private static TradedDays.Change change(Received received) {
        return switch ((TradeEvent) received.event()) {
            case TradeExecuted trade ->
                    new TradedDays.Change(
                            trade.trade(),
                            trade.day(),
                            trade.product(),
                            trade.quantity().value(),
                            trade.amount().fen());
            case TradeVoided voided ->
                    new TradedDays.Change(
                            voided.trade(),
                            voided.tradedOn(),
                            voided.product(),
                            -voided.quantity().value(),
                            -voided.amount().fen());
        };
    }
}
