package org.carbonmarket.reporting.folding;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.carbonmarket.events.topic.Topic;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears everything the registry tells the platform. */
@ApplicationScoped
class RegistryTopics {

    private final Folding folding;

    RegistryTopics(Folding folding) {
        this.folding = folding;
    }

    @Incoming("registry-accounts")
    @Blocking(ordered = true)
    void accounts(ConsumerRecords<String, byte[]> records) {
        folding.receive(Topic.REGISTRY_ACCOUNTS, records);
    }

    @Incoming("registry-holdings")
    @Blocking(ordered = true)
    void holdings(ConsumerRecords<String, byte[]> records) {
        folding.receive(Topic.REGISTRY_HOLDINGS, records);
    }

    @Incoming("registry-compliance")
    @Blocking(ordered = true)
    void compliance(ConsumerRecords<String, byte[]> records) {
        folding.receive(Topic.REGISTRY_COMPLIANCE, records);
    }

    @Incoming("registry-credits")
    @Blocking(ordered = true)
    void credits(ConsumerRecords<String, byte[]> records) {
        folding.receive(Topic.REGISTRY_CREDITS, records);
    }

    @Incoming("registry-deliveries")
    @Blocking(ordered = true)
    void deliveries(ConsumerRecords<String, byte[]> records) {
        folding.receive(Topic.REGISTRY_DELIVERIES, records);
    }
}
