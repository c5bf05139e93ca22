package org.carbonmarket.registry.entrustment;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.carbonmarket.delivery.inbox.Inbox;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.trading.PositionEvent;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what markets let go of. */
@ApplicationScoped
class ReleasesListener {

    /** The channel's group.id, by which its position is kept. */
    private static final String CONSUMER = "registry.releases";

    private final Inbox inbox;
    private final Returns returns;

    ReleasesListener(Inbox inbox, Returns returns) {
        this.inbox = inbox;
        this.returns = returns;
    }

    @Incoming("trading-releases")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(CONSUMER, records, this::apply);
    }

    void apply(List<Received> batch) {
        List<PositionEvent> answers = new ArrayList<>();
        for (Received received : batch) {
            answers.add((PositionEvent) received.event());
        }
        returns.receive(answers);
    }
}
