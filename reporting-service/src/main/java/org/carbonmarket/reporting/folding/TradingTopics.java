package org.carbonmarket.reporting.folding;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.carbonmarket.events.topic.Topic;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears everything trading tells the platform. */
@ApplicationScoped
class TradingTopics {

    private final Folding folding;

    TradingTopics(Folding folding) {
        this.folding = folding;
    }

    @Incoming("trading-orders")
    @Blocking(ordered = true)
    void orders(ConsumerRecords<String, byte[]> records) {
        folding.receive(Topic.TRADING_ORDERS, records);
    }

    @Incoming("trading-releases")
    @Blocking(ordered = true)
    void releases(ConsumerRecords<String, byte[]> records) {
        folding.receive(Topic.TRADING_RELEASES, records);
    }

    @Incoming("trading-executions")
    @Blocking(ordered = true)
    void executions(ConsumerRecords<String, byte[]> records) {
        folding.receive(Topic.TRADING_EXECUTIONS, records);
    }

    @Incoming("trading-trades")
    @Blocking(ordered = true)
    void trades(ConsumerRecords<String, byte[]> records) {
        folding.receive(Topic.TRADING_TRADES, records);
    }

    @Incoming("trading-quotes")
    @Blocking(ordered = true)
    void quotes(ConsumerRecords<String, byte[]> records) {
        folding.receive(Topic.TRADING_QUOTES, records);
    }

    @Incoming("trading-sessions")
    @Blocking(ordered = true)
    void sessions(ConsumerRecords<String, byte[]> records) {
        folding.receive(Topic.TRADING_SESSIONS, records);
    }
}
