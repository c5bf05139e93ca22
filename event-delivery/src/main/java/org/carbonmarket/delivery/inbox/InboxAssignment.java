package org.carbonmarket.delivery.inbox;

import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.carbonmarket.events.topic.Topic;
import org.jboss.logging.Logger;

/**
 * On every assignment, lets the consumer go on where its database says; where it says nothing, at
 * the beginning of what the broker keeps. Runs on the polling thread. When the database does not
 * answer, every partition starts from that beginning: slower, and right all the same, since the
 * inbox drops what it has seen.
 */
@ApplicationScoped
@Identifier("inbox")
class InboxAssignment implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(InboxAssignment.class);
    private static final Duration BROKER_ANSWERS_WITHIN = Duration.ofSeconds(10);

    private final AgroalDataSource database;
    private final Consumers consumers;

    InboxAssignment(AgroalDataSource database, Consumers consumers) {
        this.database = database;
        this.consumers = consumers;
    }

    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        ConsumerState state = consumers.of(consumer.groupMetadata().groupId());
        if (!partitions.isEmpty()) {
            goOn(consumer, state, partitions);
        }
        state.assigned(consumer);
    }

    @Override
    public void onPartitionsRevoked(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        consumers.of(consumer.groupMetadata().groupId()).gaveUp(streamsOf(partitions));
    }

    private void goOn(
            Consumer<?, ?> consumer, ConsumerState state, Collection<TopicPartition> partitions) {
        Map<Stream, Position> stored;
        try (Connection connection = database.getConnection()) {
            stored = Positions.of(connection, state.name());
        } catch (SQLException unavailable) {
            LOG.warnf(unavailable, "%s starts over: its positions cannot be read", state.name());
            consumer.seekToBeginning(partitions);
            return;
        }
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            streamOf(partition)
                    .map(stored::get)
                    .ifPresent(position -> offsets.put(partition, position.nextOffset()));
        }
        stored.keySet().retainAll(streamsOf(partitions));
        state.reached(stored);
        requireWithinLog(consumer, state, offsets);
        offsets.forEach(consumer::seek);
    }

    /** A log that ends before the position would look like one that was read to its end. */
    private static void requireWithinLog(
            Consumer<?, ?> consumer, ConsumerState state, Map<TopicPartition, Long> offsets) {
        try {
            consumer.endOffsets(offsets.keySet(), BROKER_ANSWERS_WITHIN)
                    .forEach((partition, end) -> {
                        long next = offsets.getOrDefault(partition, 0L);
                        if (next > end) {
                            stop(state, partition, next, end);
                        }
                    });
        } catch (KafkaException unanswered) {
            LOG.warnf(unanswered, "the ends of %s are not known", offsets.keySet());
        }
    }

    private static void stop(ConsumerState state, TopicPartition partition, long next, long end) {
        var reason = new LogShorterThanPosition(state.name(), partition, next, end);
        state.stop(reason);
        LOG.error(reason.getMessage());
    }

    private static Set<Stream> streamsOf(Collection<TopicPartition> partitions) {
        return partitions.stream()
                .flatMap(partition -> streamOf(partition).stream())
                .collect(Collectors.toSet());
    }

    /** Nothing for a topic of no event family: its positions are not the inbox's. */
    private static Optional<Stream> streamOf(TopicPartition partition) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.topicName().equals(partition.topic()))
                .findFirst()
                .map(topic -> new Stream(topic, partition.partition()));
    }
}
