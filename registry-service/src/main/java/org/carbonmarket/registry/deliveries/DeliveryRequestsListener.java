package org.carbonmarket.registry.deliveries;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.carbonmarket.delivery.inbox.Inbox;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.settlement.DeliveryRequestEvent;
import org.carbonmarket.events.settlement.DeliveryRequestEvent.DeliveryRequested;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears settlement ask for locks. */
@ApplicationScoped
class DeliveryRequestsListener {

    /** The channel's group.id, by which its position is kept. */
    private static final String CONSUMER = "registry.deliveries";

    private final Inbox inbox;
    private final Deliveries deliveries;

    DeliveryRequestsListener(Inbox inbox, Deliveries deliveries) {
        this.inbox = inbox;
        this.deliveries = deliveries;
    }

    @Incoming("settlement-deliveries")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(CONSUMER, records, this::apply);
    }

    void apply(List<Received> batch) {
        deliveries.request(batch.stream().map(DeliveryRequestsListener::request).toList());
    }

    private static DeliveryRequested request(Received received) {
        return switch ((DeliveryRequestEvent) received.event()) {
            case DeliveryRequested asked -> asked;
        };
    }
}
