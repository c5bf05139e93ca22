package org.carbonmarket.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A downstream system that knows nothing but the public topic: plain Kafka, plain JSON. */
final class PublicTrades {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TopicPartition NATIONAL = new TopicPartition("trading.trades", 0);

    private PublicTrades() {}

    record Trade(String id, long sequence, JsonNode payload) {
        BigDecimal amount() {
            return new BigDecimal(payload.path("amount").asText());
        }

        long tonnes() {
            return payload.path("quantity").asLong();
        }
    }

    static List<Trade> readAll(String bootstrapServers) {
        List<Trade> trades = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "isolation.level",
                                "read_committed"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(List.of(NATIONAL));
            consumer.seekToBeginning(List.of(NATIONAL));
            long end = consumer.endOffsets(List.of(NATIONAL)).getOrDefault(NATIONAL, 0L);
            while (consumer.position(NATIONAL) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> trades.add(trade(record)));
            }
        }
        return trades;
    }

    private static Trade trade(ConsumerRecord<byte[], byte[]> record) {
        try {
            return new Trade(
                    header(record, "ce_id"),
                    Long.parseLong(header(record, "ce_sequence")),
                    JSON.readTree(record.value()));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
