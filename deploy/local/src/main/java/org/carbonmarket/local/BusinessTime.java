package org.carbonmarket.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Moves the simulated clock that all services follow. */
public final class BusinessTime implements AutoCloseable {

    static final String TOPIC = "platform.clock";

    private static final String KEY = "clock";

    private final String bootstrapServers;
    private final KafkaProducer<String, String> producer;

    public BusinessTime(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer());
    }

    /** Sets the clock to a time in RFC 3339. */
    public void set(String time) {
        try {
            producer.send(new ProducerRecord<>(TOPIC, 0, KEY, time)).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("Interrupted.", interrupted);
        } catch (ExecutionException failure) {
            throw new PlatformFailure("The clock could not be moved to " + time + ".", failure);
        }
    }

    /** What the clock shows, if anybody has set it. */
    public Optional<String> reading() {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            TopicPartition clock = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(clock));
            consumer.seekToBeginning(List.of(clock));
            long end = consumer.endOffsets(List.of(clock)).getOrDefault(clock, 0L);
            String newest = null;
            while (consumer.position(clock) < end) {
                for (ConsumerRecord<String, String> record :
                        consumer.poll(Duration.ofMillis(200))) {
                    newest = record.value();
                }
            }
            return Optional.ofNullable(newest);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
