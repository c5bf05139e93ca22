package org.carbonmarket.registry.deliveries;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.carbonmarket.delivery.inbox.Inbox;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.settlement.SettlementEvent;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears settlement tell how trades ended. */
@ApplicationScoped
class SettledTradesListener {

    /** The channel's group.id, by which its position is kept. */
    private static final String CONSUMER = "registry.trades";

    private final Inbox inbox;
    private final Deliveries deliveries;

    SettledTradesListener(Inbox inbox, Deliveries deliveries) {
        this.inbox = inbox;
        this.deliveries = deliveries;
    }

    @Incoming("settlement-trades")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(CONSUMER, records, this::apply);
    }

    void apply(List<Received> batch) {
        deliveries.conclude(
                batch.stream().map(received -> (SettlementEvent) received.event()).toList());
    }
}
