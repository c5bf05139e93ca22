package org.carbonmarket.delivery.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A topic as an outside subscriber reads it: committed messages only, a sequence it has seen
 * dropped.
 */
final class Sink {

    private final Map<Integer, Long> lastSequences = new HashMap<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final List<String> breaks = new ArrayList<>();
    private long resent;

    private Sink() {}

    static Sink read(String brokers, String topic) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        brokers,
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false);
        Sink sink = new Sink();
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(sink::take);
            }
        }
        return sink;
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        long sequence = Long.parseLong(header(message, "ce_sequence"));
        long last = lastSequences.getOrDefault(message.partition(), 0L);
        if (sequence <= last) {
            resent++;
            return;
        }
        if (sequence != last + 1) {
            breaks.add(
                    "%d after %d on partition %d".formatted(sequence, last, message.partition()));
        }
        lastSequences.put(message.partition(), sequence);
        counts.merge(Objects.requireNonNull(message.key()), 1L, Long::sum);
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(
                Objects.requireNonNull(message.headers().lastHeader(name), name).value(), UTF_8);
    }

    /** Messages per key, each sequence once. */
    Map<String, Long> counts() {
        return counts;
    }

    List<String> breaks() {
        return breaks;
    }

    /** How many came twice, as they do after a relay was killed between sending and deleting. */
    long resent() {
        return resent;
    }
}
