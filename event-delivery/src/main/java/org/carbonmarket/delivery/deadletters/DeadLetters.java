package org.carbonmarket.delivery.deadletters;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carbonmarket.delivery.inbox.Arrival;
import org.carbonmarket.delivery.inbox.BatchHandler;
import org.carbonmarket.delivery.inbox.Handlers;
import org.carbonmarket.delivery.inbox.Keeping;
import org.carbonmarket.delivery.inbox.KeptMessage;
import org.carbonmarket.delivery.inbox.MessageKey;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.events.envelope.EventCodec;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;
import org.jboss.logging.Logger;

/**
 * Messages a consumer could not understand, and the later ones of the same key behind them. They
 * are kept in the consumer's own database and told to {@code <topic>.dead-letters}; an operator
 * replays them when the reader has learned better, or discards one that is nobody's event.
 */
@ApplicationScoped
public class DeadLetters implements Keeping {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int REPLAYED_AT_ONCE = 2_000;
    private static final int TRANSACTION_SECONDS = 120;

    private final AgroalDataSource database;
    private final Outbox outbox;
    private final Handlers handlers;
    private final EventCodec codec = new EventCodec();

    DeadLetters(AgroalDataSource database, Outbox outbox, Handlers handlers) {
        this.database = database;
        this.outbox = outbox;
        this.handlers = handlers;
    }

    @Override
    public Set<MessageKey> keysWithDeadLetters(
            Connection connection, String consumer, Set<Topic> topics) throws SQLException {
        return DeadLetterTable.parkedKeys(connection, consumer, topics);
    }

    @Override
    public void keep(Connection connection, String consumer, List<KeptMessage> messages)
            throws SQLException {
        DeadLetterTable.insert(connection, consumer, messages);
        List<KeptMessage> poison = messages.stream().filter(kept -> !kept.parked()).toList();
        if (!poison.isEmpty()) {
            KeptMessage first = poison.getFirst();
            LOG.errorf(
                    "%s keeps %d dead letters of %s, the first at %d/%d: %s",
                    consumer,
                    poison.size(),
                    first.arrival().topic().topicName(),
                    first.arrival().partition(),
                    first.arrival().offset(),
                    first.reason());
            outbox.forward(
                    poison.stream().map(kept -> DeadLetterMessage.of(consumer, kept)).toList());
        }
    }

    /** What waits of a consumer's topic, oldest first, no more than {@code atMost}. */
    public List<DeadLetter> waiting(String consumer, Topic topic, int atMost) {
        return inTransaction(
                connection -> DeadLetterTable.list(connection, consumer, topic, atMost));
    }

    /**
     * Hands over what can be understood by now, in order, each with its effects in one transaction
     * per batch. A key whose first message still cannot be understood keeps waiting.
     *
     * @throws IllegalStateException when the consumer has not said yet who handles that topic
     */
    public Replayed replay(String consumer, Topic topic) {
        BatchHandler handler =
                handlers.of(consumer, topic)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "no handler of %s for %s is known yet"
                                                .formatted(consumer, topic.topicName())));
        return replay(consumer, topic, handler);
    }

    /** As {@link #replay(String, Topic)}, with the handler said. */
    public Replayed replay(String consumer, Topic topic, BatchHandler handler) {
        long handedOver = 0;
        while (true) {
            int more = inTransaction(c -> replayBatch(c, consumer, topic, handler));
            if (more == 0) {
                break;
            }
            handedOver += more;
        }
        long waiting = inTransaction(c -> DeadLetterTable.count(c, consumer, topic));
        return new Replayed(handedOver, waiting);
    }

    /**
     * Takes a message out of the way, because no reader will ever understand it. It stays on
     * record; what is parked behind it goes on with the next replay.
     *
     * @param by the operator's user name
     * @return whether such a message was waiting
     */
    public boolean discard(
            String consumer, Topic topic, int partition, long offset, String by, String reason) {
        return inTransaction(connection ->
                DeadLetterTable.discard(
                        connection, consumer, topic, partition, offset, by, reason));
    }

    private int replayBatch(
            Connection connection, String consumer, Topic topic, BatchHandler handler)
            throws SQLException {
        // The inbox takes the same locks first, so nothing is parked behind what is replayed here.
        DeadLetterTable.lockPositions(connection, consumer, topic);
        Set<String> stillWaiting = new HashSet<>();
        List<Received> understood = new ArrayList<>();
        for (Arrival arrival :
                DeadLetterTable.oldest(connection, codec, consumer, topic, REPLAYED_AT_ONCE)) {
            PublishedEvent event = arrival.event();
            if (event == null) {
                stillWaiting.add(arrival.key());
            } else if (!stillWaiting.contains(arrival.key())) {
                understood.add(arrival.received(event));
            }
        }
        if (!understood.isEmpty()) {
            handler.handle(List.copyOf(understood));
            DeadLetterTable.delete(connection, consumer, understood);
        }
        DeadLetterTable.freeKeys(connection, consumer, topic);
        return understood.size();
    }

    private <T> T inTransaction(Statements<T> statements) {
        return QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_SECONDS)
                .call(() -> {
                    try (Connection connection = database.getConnection()) {
                        return statements.run(connection);
                    }
                });
    }

    private interface Statements<T> {
        T run(Connection connection) throws SQLException;
    }
}
