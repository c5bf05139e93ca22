package org.carbonmarket.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.carbonmarket.events.envelope.EncodedEvent;
import org.carbonmarket.events.envelope.EventCodec;
import org.carbonmarket.events.envelope.UndecodableEvent;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Plays the other services in a test: publishes their events and reads topics from the start. */
public final class KafkaProbe implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EventCodec codec = new EventCodec();
    private final Map<TopicPartition, Long> sequences = new HashMap<>();
    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;

    public KafkaProbe() {
        this(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }

    public KafkaProbe(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "linger.ms", "5"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** Publishes with the next sequence of the event's topic and partition, and waits for it. */
    public void publish(PublishedEvent... events) {
        List<Future<RecordMetadata>> acknowledged = new ArrayList<>();
        for (PublishedEvent event : events) {
            EncodedEvent encoded = codec.encode(event);
            TopicPartition where =
                    new TopicPartition(encoded.topic().topicName(), encoded.partition());
            long sequence = sequences.merge(where, 1L, Long::sum);
            acknowledged.add(producer.send(message(encoded, sequence)));
        }
        acknowledged.forEach(KafkaProbe::join);
    }

    /** Publishes under a sequence of the test's choice: a duplicate, a gap. */
    public void publishAs(long sequence, PublishedEvent event) {
        join(producer.send(message(codec.encode(event), sequence)));
    }

    /** Publishes any bytes under any headers. */
    public void publishRaw(
            Topic topic, int partition, String key, Map<String, String> headers, byte[] value) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(topic.topicName(), partition, key, value);
        headers.forEach((name, text) -> message.headers().add(name, bytes(text)));
        join(producer.send(message));
    }

    /** Moves the simulated clock; the time is written as RFC 3339. */
    public void setClock(String time) {
        join(producer.send(new ProducerRecord<>("platform.clock", 0, "clock", bytes(time))));
    }

    /** Waits until a topic holds at least so many committed events and returns them all. */
    public List<PublishedEvent> await(Topic topic, int atLeast) {
        List<PublishedEvent> events = new ArrayList<>();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> {
                    events.clear();
                    events.addAll(read(topic));
                    return events.size() >= atLeast;
                });
        return List.copyOf(events);
    }

    /** All committed events of a topic, partition by partition. */
    public List<PublishedEvent> read(Topic topic) {
        return records(topic.topicName()).stream().map(record -> decode(topic, record)).toList();
    }

    /** All committed messages of a topic, partition by partition. */
    public List<ConsumerRecord<String, byte[]>> records(String topicName) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", bootstrapServers,
                                "enable.auto.commit", "false",
                                "isolation.level", "read_committed"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            int partitions = consumer.partitionsFor(topicName).size();
            List<TopicPartition> all =
                    IntStream.range(0, partitions)
                            .mapToObj(partition -> new TopicPartition(topicName, partition))
                            .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            Map<Integer, List<ConsumerRecord<String, byte[]>>> found = new HashMap<>();
            while (all.stream()
                    .anyMatch(part -> consumer.position(part) < ends.getOrDefault(part, 0L))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record ->
                                found.computeIfAbsent(
                                                record.partition(), partition -> new ArrayList<>())
                                        .add(record));
            }
            return found.values().stream().flatMap(List::stream).toList();
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private PublishedEvent decode(Topic topic, ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader(EncodedEvent.TYPE);
        @Nullable String name =
                type == null ? null : new String(type.value(), StandardCharsets.UTF_8);
        try {
            return codec.decode(topic, name, record.value());
        } catch (UndecodableEvent undecodable) {
            throw new AssertionError(Arrays.toString(record.value()) + " on " + topic, undecodable);
        }
    }

    private static ProducerRecord<String, byte[]> message(EncodedEvent event, long sequence) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(
                        event.topic().topicName(), event.partition(), event.key(), event.payload());
        event.headers(sequence).forEach((name, text) -> message.headers().add(name, bytes(text)));
        return message;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void join(Future<RecordMetadata> acknowledged) {
        try {
            acknowledged.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
