package org.carbonmarket.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.carbonmarket.events.envelope.EventCodec;
import org.carbonmarket.events.envelope.UndecodableEvent;
import org.carbonmarket.events.settlement.FundsEvent.FundsDeposited;
import org.carbonmarket.events.topic.Topic;

/** What a subscriber reads from the broker: committed messages, each sequence once. */
@ApplicationScoped
public class SentMessages {

    private final EventCodec codec = new EventCodec();
    private final Map<String, Object> broker;

    SentMessages(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    /** The bank references of an account's deposits, in the order of the topic. */
    public List<String> references(String account) {
        return once(read(Deposits.TOPIC)).stream()
                .filter(message -> account.equals(message.key()))
                .map(this::reference)
                .toList();
    }

    /** Fails when a partition's sequence is not 1, 2, 3 and so on. */
    public void requireGaplessSequences(String topic) {
        Map<Integer, Long> last = new HashMap<>();
        for (ConsumerRecord<String, byte[]> message : once(read(topic))) {
            long expected = last.getOrDefault(message.partition(), 0L) + 1;
            if (sequence(message) != expected) {
                throw new AssertionError(
                        "partition %d has %d where %d was expected"
                                .formatted(message.partition(), sequence(message), expected));
            }
            last.put(message.partition(), expected);
        }
    }

    /** Everything on a topic, from its beginning. */
    public List<ConsumerRecord<String, byte[]>> read(String topic) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        Objects.requireNonNull(broker.get("bootstrap.servers")),
                        "isolation.level",
                        "read_committed");
        List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
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
                consumer.poll(Duration.ofMillis(100)).forEach(messages::add);
            }
        }
        return messages;
    }

    public static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(
                Objects.requireNonNull(message.headers().lastHeader(name), name).value(), UTF_8);
    }

    private static List<ConsumerRecord<String, byte[]>> once(
            List<ConsumerRecord<String, byte[]>> messages) {
        Map<Integer, Long> last = new HashMap<>();
        List<ConsumerRecord<String, byte[]>> once = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : messages) {
            if (sequence(message) > last.getOrDefault(message.partition(), 0L)) {
                last.put(message.partition(), sequence(message));
                once.add(message);
            }
        }
        return once;
    }

    private static long sequence(ConsumerRecord<String, byte[]> message) {
        return Long.parseLong(header(message, "ce_sequence"));
    }

    private String reference(ConsumerRecord<String, byte[]> message) {
        try {
            return ((FundsDeposited)
                            codec.decode(
                                    Topic.SETTLEMENT_FUNDS,
                                    header(message, "ce_type"),
                                    message.value()))
                    .bankReference();
        } catch (UndecodableEvent undecodable) {
            throw new AssertionError(undecodable);
        }
    }
}
