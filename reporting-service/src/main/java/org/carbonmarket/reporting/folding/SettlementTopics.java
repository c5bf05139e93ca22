package org.carbonmarket.reporting.folding;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.carbonmarket.events.topic.Topic;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears everything settlement tells the platform. */
@ApplicationScoped
class SettlementTopics {

    private final Folding folding;

    SettlementTopics(Folding folding) {
        this.folding = folding;
    }

    @Incoming("settlement-funds")
    @Blocking(ordered = true)
    void funds(ConsumerRecords<String, byte[]> records) {
        folding.receive(Topic.SETTLEMENT_FUNDS, records);
    }

    @Incoming("settlement-trades")
    @Blocking(ordered = true)
    void trades(ConsumerRecords<String, byte[]> records) {
        folding.receive(Topic.SETTLEMENT_TRADES, records);
    }

    @Incoming("settlement-days")
    @Blocking(ordered = true)
    void days(ConsumerRecords<String, byte[]> records) {
        folding.receive(Topic.SETTLEMENT_DAYS, records);
    }
}
