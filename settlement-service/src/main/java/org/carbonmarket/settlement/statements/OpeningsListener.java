package org.carbonmarket.settlement.statements;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.carbonmarket.delivery.inbox.Inbox;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.SessionEvent.PhaseEntered;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears markets open: an opening ends the time to object to the days before it. */
@ApplicationScoped
class OpeningsListener {

    /** The channel's group.id, by which its position is kept. */
    private static final String CONSUMER = "settlement.openings";

    private final Inbox inbox;
    private final Objections objections;

    OpeningsListener(Inbox inbox, Objections objections) {
        this.inbox = inbox;
        this.objections = objections;
    }

    @Incoming("trading-openings")
    @Blocking(ordered = true)
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(CONSUMER, records, this::apply);
    }

    void apply(List<Received> batch) {
        List<PhaseEntered> openings =
                batch.stream().map(Received::event).flatMap(OpeningsListener::opening).toList();
        if (!openings.isEmpty()) {
            objections.opened(openings);
        }
    }

    private static Stream<PhaseEntered> opening(PublishedEvent event) {
        return event instanceof PhaseEntered entered && entered.phase() == Phase.OPEN
                ? Stream.of(entered)
                : Stream.empty();
    }
}
