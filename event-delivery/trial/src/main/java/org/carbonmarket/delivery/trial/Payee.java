package org.carbonmarket.delivery.trial;

import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.carbonmarket.delivery.inbox.Inbox;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesIssued;
import org.carbonmarket.events.settlement.FundsEvent.FundsDeposited;
import org.carbonmarket.events.topic.PublishedEvent;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Writes down every deposit it sees, unguarded by any key, and issues an allowance for it. */
@ApplicationScoped
class Payee {

    private static final ProductCode PRODUCT = ProductCode.of("CEA20");

    private final AgroalDataSource database;
    private final Inbox inbox;
    private final Outbox outbox;

    Payee(AgroalDataSource database, Inbox inbox, Outbox outbox) {
        this.database = database;
        this.inbox = inbox;
        this.outbox = outbox;
    }

    @Incoming("deposits")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive("payee", records, this::apply);
    }

    private void apply(List<Received> batch) {
        try (Connection connection = database.getConnection()) {
            writeDown(connection, batch);
            outbox.publish(batch.stream().map(Received::event).map(Payee::issued).toList());
            passGate(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("cannot write the deposits down", failed);
        }
    }

    private static AllowancesIssued issued(PublishedEvent event) {
        FundsDeposited deposit = (FundsDeposited) event;
        return new AllowancesIssued(
                Long.parseLong(deposit.bankReference()),
                deposit.account(),
                PRODUCT,
                new Tonnes(1),
                "DEPOSIT",
                deposit.bankReference(),
                deposit.at());
    }

    private static void writeDown(Connection connection, List<Received> batch) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        insert into trial_seen (partition, sequence, account, number)
                        select partition, sequence, account, number
                          from unnest(?::integer[], ?::bigint[], ?::text[], ?::bigint[])
                               with ordinality
                               as deposit (partition, sequence, account, number, place)
                         order by place
                        """)) {
            insert.setArray(1, array(connection, "integer", batch, Received::partition));
            insert.setArray(2, array(connection, "bigint", batch, Received::sequence));
            insert.setArray(3, array(connection, "text", batch, Received::key));
            insert.setArray(
                    4,
                    array(
                            connection,
                            "bigint",
                            batch,
                            received -> issued(received.event()).posting()));
            insert.executeUpdate();
        }
    }

    private static java.sql.Array array(
            Connection connection,
            String type,
            List<Received> batch,
            Function<Received, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, batch.stream().map(value).toArray());
    }

    /** Whoever holds the gate's row stops the payee here, between its effect and its commit. */
    private static void passGate(Connection connection) throws SQLException {
        try (PreparedStatement gate =
                connection.prepareStatement("select 1 from trial_gate for share")) {
            gate.execute();
        }
    }
}
