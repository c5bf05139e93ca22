package org.carbonmarket.settlement.deliverypayment;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.carbonmarket.delivery.inbox.Inbox;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.trading.ExecutionEvent;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of trades, with their parties. */
@ApplicationScoped
class ExecutionsListener {

    /** The channel's group.id, by which its position is kept. */
    private static final String CONSUMER = "settlement.executions";

    private final Inbox inbox;
    private final DeliveryVersusPayment deliveryVersusPayment;

    ExecutionsListener(Inbox inbox, DeliveryVersusPayment deliveryVersusPayment) {
        this.inbox = inbox;
        this.deliveryVersusPayment = deliveryVersusPayment;
    }

    @Incoming("trading-executions")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(CONSUMER, records, this::apply);
    }

    void apply(List<Received> batch) {
        deliveryVersusPayment.open(
                batch.stream().map(received -> (ExecutionEvent) received.event()).toList());
    }
}
