package org.carbonmarket.delivery.outbox;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Makes the relay's producers: idempotent, acknowledged by all, one transaction per batch. */
final class RelayProducers implements Supplier<Producer<@Nullable String, byte @Nullable []>> {

    private final Map<String, Object> settings = new HashMap<>();

    RelayProducers(Map<String, Object> broker, String transactionalId) {
        broker.forEach((name, value) -> {
            if (isOfAProducer(name)) {
                settings.put(name, value);
            }
        });
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, transactionalId);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        // A leader killed in mid-batch holds readers back no longer than this.
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 9_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 9_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    }

    /** The broker's settings are shared with consumers; theirs would only cause warnings. */
    private static boolean isOfAProducer(String name) {
        return ProducerConfig.configNames().contains(name);
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka's serializers pass null on; they are not annotated.
    public Producer<@Nullable String, byte @Nullable []> get() {
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
