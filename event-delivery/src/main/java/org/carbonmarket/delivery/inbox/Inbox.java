package org.carbonmarket.delivery.inbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.carbonmarket.events.envelope.EventCodec;
import org.carbonmarket.events.topic.Topic;
import org.jboss.logging.Logger;

/**
 * Makes events take effect exactly once: what the handler does and how far the consumer has come
 * are one database transaction. What comes again, from the broker or from the publisher, is
 * dropped; what is missing stops the channel; what cannot be understood is kept aside.
 *
 * <p>A consumer's name is its Kafka {@code group.id}: the stored positions, not the group's offsets
 * at the broker, say where it goes on.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int TRANSACTION_SECONDS = 120;
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final AgroalDataSource database;
    private final Keeping keeping;
    private final Handlers handlers;
    private final Consumers consumers;
    private final InboxMetrics metrics;
    private final EventCodec codec = new EventCodec();
    private final CountDownLatch stopping = new CountDownLatch(1);

    Inbox(
            AgroalDataSource database,
            Keeping keeping,
            Handlers handlers,
            Consumers consumers,
            InboxMetrics metrics) {
        this.database = database;
        this.keeping = keeping;
        this.handlers = handlers;
        this.consumers = consumers;
        this.metrics = metrics;
    }

    /**
     * Receives a polled batch and returns when its effects are committed. While the database is
     * away, or the handler fails, the same batch is tried again with growing pauses; meanwhile the
     * service is not ready and nothing is lost.
     *
     * @param consumer the name of the consumer, which is the channel's {@code group.id}
     * @throws SequenceGap when events are missing; what came before the gap is committed
     * @throws ReceivingStopped when the process ends first
     */
    public void receive(
            String consumer, ConsumerRecords<String, byte[]> records, BatchHandler handler) {
        if (records.isEmpty()) {
            return;
        }
        ConsumerState state = consumers.of(consumer);
        state.requireNotStopped();
        List<Arrival> arrivals = read(records);
        Set<Stream> streams = new HashSet<>();
        arrivals.forEach(arrival -> streams.add(arrival.stream()));
        streams.forEach(stream -> handlers.remember(consumer, stream.topic(), handler));

        Sorting sorted = untilCommitted(state, arrivals, streams, handler);
        metrics.received(consumer, sorted);
        state.reached(sorted.positions());
        SequenceGap gap = sorted.gap();
        if (gap != null) {
            state.stop(gap);
            LOG.error(gap.getMessage());
            throw gap;
        }
    }

    private List<Arrival> read(ConsumerRecords<String, byte[]> records) {
        List<Arrival> arrivals = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> message : records) {
            arrivals.add(Arrival.read(codec, Topic.named(message.topic()), message));
        }
        return arrivals;
    }

    private Sorting untilCommitted(
            ConsumerState state,
            List<Arrival> arrivals,
            Set<Stream> streams,
            BatchHandler handler) {
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                Sorting sorted =
                        QuarkusTransaction.requiringNew()
                                .timeout(TRANSACTION_SECONDS)
                                .call(() -> apply(state.name(), arrivals, streams, handler));
                state.recovered(streams);
                return sorted;
            } catch (RuntimeException failed) {
                metrics.failed(state.name());
                if (state.failed(streams)) {
                    LOG.errorf(
                            failed,
                            "%s cannot apply a batch for now; nothing is lost, tried again",
                            state.name());
                }
            }
            pause(state, wait);
            wait = longer(wait);
        }
    }

    private Sorting apply(
            String consumer, List<Arrival> arrivals, Set<Stream> streams, BatchHandler handler)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            Set<Topic> topics = new HashSet<>();
            streams.forEach(stream -> topics.add(stream.topic()));
            Sorting sorting =
                    new Sorting(
                            consumer,
                            Positions.lock(connection, consumer, streams),
                            keeping.keysWithDeadLetters(connection, consumer, topics));
            arrivals.forEach(sorting::take);
            if (!sorting.accepted().isEmpty()) {
                handler.handle(List.copyOf(sorting.accepted()));
            }
            if (!sorting.kept().isEmpty()) {
                keeping.keep(connection, consumer, sorting.kept());
            }
            Positions.store(connection, consumer, sorting.positions());
            return sorting;
        }
    }

    private void pause(ConsumerState state, Duration wait) {
        boolean ends;
        try {
            ends = stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            ends = true;
        }
        if (ends) {
            throw new ReceivingStopped(
                    state.name() + " leaves a batch unapplied: the process ends");
        }
    }

    private static Duration longer(Duration wait) {
        Duration doubled = wait.multipliedBy(2);
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
    }
}
