package org.carbonmarket.trading.marketlog;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.carbonmarket.events.quantity.Market;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of the plain Kafka clients, on top of the service's {@code kafka.*} configuration. */
@ApplicationScoped
public class KafkaSettings {

    private static final String ENGINE = "trading-engine";

    /** Heartbeats that may be missed before a member is thought dead. */
    private static final int HEARTBEATS = 4;

    private static final int REQUEST_TIMEOUT_MS = 5_000;
    private static final int DELIVERY_TIMEOUT_MS = 15_000;
    private static final int TRANSACTION_TIMEOUT_MS = 15_000;
    private static final int LARGEST_BATCH = 1_000;

    private final Map<String, Object> broker;
    private final int sessionTimeoutMs;

    /**
     * @param sessionTimeout a dead engine's market moves on after this. The broker must admit it:
     *     its {@code group.min.session.timeout.ms} is 6 s unless set.
     */
    @Inject
    KafkaSettings(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "market.engine.session-timeout", defaultValue = "6s")
                    Duration sessionTimeout) {
        this.broker = Map.copyOf(broker);
        this.sessionTimeoutMs = Math.toIntExact(sessionTimeout.toMillis());
    }

    /** A plain idempotent producer that never blocks its caller for long. */
    Map<String, Object> logProducer() {
        Map<String, Object> settings = producer();
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
        return settings;
    }

    /**
     * A producer that tries for ever: since nothing expires in the middle of what it was given,
     * what reaches a partition is always a prefix of that.
     */
    public Map<String, Object> factProducer() {
        Map<String, Object> settings = producer();
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        return settings;
    }

    /** The transactional producer of a market's engine; its id fences an engine thought dead. */
    Map<String, Object> engineProducer(Market market) {
        Map<String, Object> settings = producer();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, ENGINE + "-" + market);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        return settings;
    }

    /** A member of the group that shares the markets. */
    Map<String, Object> engineConsumer() {
        Map<String, Object> settings = reader();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, ENGINE);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, LARGEST_BATCH);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, sessionTimeoutMs);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, sessionTimeoutMs / HEARTBEATS);
        settings.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        return settings;
    }

    /** A reader outside any group, which sees only what was committed. */
    public Map<String, Object> reader() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.remove(CommonClientConfigs.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }

    private Map<String, Object> producer() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        return settings;
    }
}
