package org.carbonmarket.reporting.reconciliation;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.events.topic.Topic.Service;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where the topics end for a reader of committed events, and whether a position has nothing between
 * itself and an end. A position may be short of the end and yet complete: the marks of transactions
 * take offsets too, so what lies between is read.
 */
@ApplicationScoped
class TopicEnds {

    private static final Logger LOG = Logger.getLogger(TopicEnds.class);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int POLLS = 25;

    private final Map<String, Object> settings = new HashMap<>();
    private @Nullable KafkaConsumer<byte[], byte[]> reader;

    TopicEnds(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        broker.forEach((name, value) -> {
            if (ConsumerConfig.configNames().contains(name)) {
                settings.put(name, value);
            }
        });
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    }

    /** The ends of every topic reporting reads; null when the broker does not say. */
    synchronized @Nullable Map<TopicPartition, Long> now() {
        try {
            return Map.copyOf(reader().endOffsets(partitions(), ANSWER));
        } catch (KafkaException unanswered) {
            LOG.debug("the ends of the topics are not known", unanswered);
            return null;
        }
    }

    /** Whether there is no committed event between the positions and the ends. */
    synchronized boolean areReached(
            Map<TopicPartition, Long> ends, Map<TopicPartition, Long> positions) {
        try {
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                long position = positions.getOrDefault(end.getKey(), 0L);
                if (position < end.getValue() && !isEmpty(end.getKey(), position, end.getValue())) {
                    return false;
                }
            }
            return true;
        } catch (KafkaException unanswered) {
            LOG.debug("the topics cannot be read", unanswered);
            return false;
        }
    }

    private boolean isEmpty(TopicPartition partition, long from, long end) {
        KafkaConsumer<byte[], byte[]> consumer = reader();
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        for (int poll = 0; poll < POLLS; poll++) {
            if (!consumer.poll(POLL).isEmpty()) {
                return false;
            }
            if (consumer.position(partition) >= end) {
                return true;
            }
        }
        return false;
    }

    private KafkaConsumer<byte[], byte[]> reader() {
        KafkaConsumer<byte[], byte[]> open = reader;
        if (open == null) {
            open = new KafkaConsumer<>(settings);
            reader = open;
        }
        return open;
    }

    private static List<TopicPartition> partitions() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            if (topic.readers().contains(Service.REPORTING)) {
                for (int partition = 0; partition < topic.partitions(); partition++) {
                    partitions.add(new TopicPartition(topic.topicName(), partition));
                }
            }
        }
        return partitions;
    }

    @PreDestroy
    synchronized void close() {
        if (reader != null) {
            reader.close();
        }
    }
}
