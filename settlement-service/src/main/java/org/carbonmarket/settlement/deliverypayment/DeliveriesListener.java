package org.carbonmarket.settlement.deliverypayment;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.carbonmarket.delivery.inbox.Inbox;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.registry.DeliveryEvent;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the registry answer. */
@ApplicationScoped
class DeliveriesListener {

    /** The channel's group.id, by which its position is kept. */
    private static final String CONSUMER = "settlement.deliveries";

    private final Inbox inbox;
    private final DeliveryVersusPayment deliveryVersusPayment;

    DeliveriesListener(Inbox inbox, DeliveryVersusPayment deliveryVersusPayment) {
        this.inbox = inbox;
        this.deliveryVersusPayment = deliveryVersusPayment;
    }

    @Incoming("registry-deliveries")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(CONSUMER, records, this::apply);
    }

    void apply(List<Received> batch) {
        deliveryVersusPayment.hear(
                batch.stream().map(received -> (DeliveryEvent) received.event()).toList());
    }
}
