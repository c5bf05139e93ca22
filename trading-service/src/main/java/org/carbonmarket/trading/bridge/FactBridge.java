package org.carbonmarket.trading.bridge;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.carbonmarket.delivery.inbox.Inbox;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.marketlog.MarketCommand.Fact;
import org.carbonmarket.events.marketlog.MarketCommand.SourcePosition;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Carries facts of the registry and of settlement onto the market logs. The inbox keeps its
 * position after the logs have acknowledged: a fact may be carried twice, never lost, and the
 * engine counts it once by its source position.
 */
@ApplicationScoped
class FactBridge {

    private static final String CONSUMER = "trading-bridge";

    private final Inbox inbox;
    private final FactLog log;

    @Inject
    FactBridge(Inbox inbox, FactLog log) {
        this.inbox = inbox;
        this.log = log;
    }

    @Incoming(CONSUMER)
    @Blocking
    void carry(ConsumerRecords<String, byte[]> records) {
        inbox.receive(CONSUMER, records, this::append);
    }

    private void append(List<Received> batch) {
        List<Fact> facts =
                batch.stream()
                        .flatMap(received -> Facts.of(received.event(), source(received)).stream())
                        .toList();
        log.append(facts);
    }

    private static SourcePosition source(Received received) {
        return new SourcePosition(
                received.topic().topicName(), received.partition(), received.sequence());
    }
}
