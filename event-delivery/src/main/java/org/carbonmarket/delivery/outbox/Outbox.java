package org.carbonmarket.delivery.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.carbonmarket.events.envelope.EncodedEvent;
import org.carbonmarket.events.envelope.EventCodec;
import org.carbonmarket.events.topic.PublishedEvent;

/**
 * Publishes events exactly when the caller's transaction commits. The rows are written in that
 * transaction; the relay sends them afterwards and gives them their sequences.
 *
 * <p>Events of one key keep their order as long as the transactions that publish them are ordered
 * by a row lock taken before publishing, as every change of a ledger account is.
 */
@ApplicationScoped
public class Outbox {

    /** The largest event, in bytes of JSON. */
    public static final int LARGEST_EVENT = 256 * 1024;

    private static final Object WAKES_RELAY = new Object();

    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transactions;
    private final OutboxRelay relay;
    private final EventCodec codec = new EventCodec();

    Outbox(
            AgroalDataSource database,
            TransactionSynchronizationRegistry transactions,
            OutboxRelay relay) {
        this.database = database;
        this.transactions = transactions;
        this.relay = relay;
    }

    /**
     * Publishes one event with the caller's transaction.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void publish(PublishedEvent event) {
        publish(List.of(event));
    }

    /**
     * Publishes events with the caller's transaction, in this order, by one statement.
     *
     * @throws IllegalStateException outside a transaction
     * @throws IllegalArgumentException when an event is larger than {@link #LARGEST_EVENT}
     */
    public void publish(List<? extends PublishedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        List<EncodedEvent> encoded = events.stream().map(this::encode).toList();
        store(connection -> OutboxTable.insert(connection, encoded, TraceParent.current()));
    }

    /**
     * Sends messages as they are, without a sequence, with the caller's transaction.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void forward(List<ForwardedMessage> messages) {
        if (!messages.isEmpty()) {
            store(connection -> OutboxTable.forward(connection, messages));
        }
    }

    private void store(Statements statements) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException(
                    "an event is published inside the transaction of its effect, and none is open");
        }
        try (Connection connection = database.getConnection()) {
            statements.run(connection);
        } catch (SQLException failed) {
            throw new OutboxUnavailable(failed);
        }
        wakeRelayAfterCommit();
    }

    private EncodedEvent encode(PublishedEvent event) {
        EncodedEvent encoded = codec.encode(event);
        if (encoded.payload().length > LARGEST_EVENT) {
            throw new IllegalArgumentException(
                    "an event has at most %d bytes, this %s has %d"
                            .formatted(LARGEST_EVENT, encoded.type(), encoded.payload().length));
        }
        return encoded;
    }

    private void wakeRelayAfterCommit() {
        if (transactions.getResource(WAKES_RELAY) != null) {
            return;
        }
        transactions.putResource(WAKES_RELAY, true);
        transactions.registerInterposedSynchronization(
                new Synchronization() {
                    @Override
                    public void beforeCompletion() {}

                    @Override
                    public void afterCompletion(int status) {
                        if (status == Status.STATUS_COMMITTED) {
                            relay.wake();
                        }
                    }
                });
    }

    private interface Statements {
        void run(Connection connection) throws SQLException;
    }
}
