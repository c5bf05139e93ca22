package org.carbonmarket.delivery.outbox;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One relay's time as the leader of its database. The advisory lock and all of the relay's work are
 * on one connection: whoever has lost the lock has lost the means to take a further batch too. The
 * producer is transactional, so a batch is seen whole or not at all, and the next leader's producer
 * shuts this one out. Not thread-safe.
 */
final class RelayTerm implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RelayTerm.class);

    /** Any number, the same for every relay of a database. */
    private static final long LEADER_LOCK = 0x6F7574626F78L;

    private static final int LOCK_CHECK_SECONDS = 5;
    private static final int DATABASE_SILENCE_MILLIS = 30_000;
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Connection connection;
    private final Supplier<Producer<@Nullable String, byte @Nullable []>> producers;
    private final int largest;
    private @Nullable Producer<@Nullable String, byte @Nullable []> producer;
    private Flight flight;

    private RelayTerm(
            Connection connection,
            Supplier<Producer<@Nullable String, byte @Nullable []>> producers,
            int largest)
            throws SQLException {
        this.connection = connection;
        this.producers = producers;
        this.largest = largest;
        this.flight = OutboxTable.inFlight(connection);
        connection.commit();
    }

    /** Begins a term, or answers null while another relay leads. */
    @SuppressWarnings("MustBeClosedChecker")
    static @Nullable RelayTerm begin(
            AgroalDataSource database,
            Supplier<Producer<@Nullable String, byte @Nullable []>> producers,
            int largest)
            throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            connection.setNetworkTimeout(Runnable::run, DATABASE_SILENCE_MILLIS);
            if (lead(connection, "select pg_try_advisory_lock(?)")) {
                return new RelayTerm(connection, producers, largest);
            }
            release(connection);
            return null;
        } catch (SQLException | RuntimeException failed) {
            release(connection);
            throw failed;
        }
    }

    /**
     * Sends the batch in flight, if there is one, and takes the next.
     *
     * @return how many messages arrived
     */
    int carry() throws SQLException {
        int carried = flight.size();
        if (carried > 0) {
            send(flight);
        }
        flight = OutboxTable.replace(connection, flight, largest);
        connection.commit();
        return carried;
    }

    /** Whether a batch waits to be sent. */
    boolean hasWork() {
        return !flight.isEmpty();
    }

    long waiting(int atMost) throws SQLException {
        long size = OutboxTable.size(connection, atMost);
        connection.commit();
        return size;
    }

    private void send(Flight batch) throws SQLException {
        Producer<@Nullable String, byte @Nullable []> open = producer();
        try {
            open.beginTransaction();
            for (ProducerRecord<@Nullable String, byte @Nullable []> message : batch.messages()) {
                // A failed send fails the commit.
                Future<RecordMetadata> _ = open.send(message);
            }
            open.commitTransaction();
        } catch (KafkaException | IllegalStateException failed) {
            // Whether the broker has it is unknown: the same batch goes out again, under the same
            // sequences, through a producer that ends this one's transaction first.
            discardProducer();
            throw failed;
        }
    }

    private Producer<@Nullable String, byte @Nullable []> producer() throws SQLException {
        Producer<@Nullable String, byte @Nullable []> open = producer;
        if (open == null) {
            requireStillLeading();
            open = producers.get();
            producer = open;
            try {
                open.initTransactions();
            } catch (KafkaException failed) {
                discardProducer();
                throw failed;
            }
        }
        return open;
    }

    /** A producer shuts out the one before: only the holder of the lock may make one. */
    private void requireStillLeading() throws SQLException {
        if (!connection.isValid(LOCK_CHECK_SECONDS)) {
            throw new SQLException("the connection that holds the relay's lock is lost");
        }
    }

    private void discardProducer() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(CLOSING);
        }
        try {
            connection.rollback();
            lead(connection, "select pg_advisory_unlock(?)");
            connection.commit();
        } catch (SQLException gone) {
            LOG.debug("the lock went with the connection", gone);
        }
        release(connection);
    }

    private static boolean lead(Connection connection, String lock) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(lock)) {
            query.setLong(1, LEADER_LOCK);
            try (ResultSet result = query.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }

    /** Back to the pool as it came. */
    private static void release(Connection connection) {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, 0);
        } catch (SQLException gone) {
            LOG.debug("a broken connection, thrown away", gone);
        }
    }
}
