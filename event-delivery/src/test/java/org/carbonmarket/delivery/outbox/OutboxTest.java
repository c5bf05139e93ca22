package org.carbonmarket.delivery.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.carbonmarket.delivery.Deposits.deposit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.carbonmarket.delivery.Deposits;
import org.carbonmarket.delivery.Effects;
import org.carbonmarket.delivery.SentMessages;
import org.carbonmarket.events.envelope.EventCodec;
import org.carbonmarket.testing.MarketInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class OutboxTest {

    @Inject Outbox outbox;
    @Inject Effects effects;
    @Inject SentMessages sent;
    @Inject AgroalDataSource database;

    @Test
    void eventsLeaveWithTheTransactionAndInItsOrder() {
        List<String> references = IntStream.range(0, 50).mapToObj(Integer::toString).toList();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        outbox.publish(
                                references.stream()
                                        .map(number -> deposit("OUTBOX-1", number))
                                        .toList()));
        await().untilAsserted(() -> assertThat(sent.references("OUTBOX-1")).isEqualTo(references));
        sent.requireGaplessSequences(Deposits.TOPIC);
    }

    @Test
    void whatIsRolledBackIsNeverSaid() {
        assertThatThrownBy(() ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> {
                                    outbox.publish(deposit("OUTBOX-2", "undone"));
                                    throw new IllegalStateException("undone");
                                }))
                .hasMessage("undone");
        QuarkusTransaction.requiringNew().run(() -> outbox.publish(deposit("OUTBOX-2", "done")));
        await().untilAsserted(
                        () -> assertThat(sent.references("OUTBOX-2")).containsExactly("done"));
    }

    @Test
    void anEventOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> outbox.publish(deposit("OUTBOX-3", "1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside the transaction of its effect");
    }

    @Test
    void anEventThatNoTopicTakesIsRefused() {
        assertThatThrownBy(() ->
                        QuarkusTransaction.requiringNew()
                                .run(() ->
                                        outbox.publish(deposit("OUTBOX-4", "x".repeat(300_000)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 262144 bytes");
    }

    @Test
    void aRowThatCommitsLateIsNotSteppedOver() throws SQLException {
        try (Connection late = database.getConnection()) {
            late.setAutoCommit(false);
            OutboxTable.insert(
                    late, List.of(new EventCodec().encode(deposit("OUTBOX-5", "early"))), null);
            QuarkusTransaction.requiringNew()
                    .run(() -> outbox.publish(deposit("OUTBOX-6", "later")));
            await().untilAsserted(
                            () -> assertThat(sent.references("OUTBOX-6")).containsExactly("later"));
            late.commit();
            late.setAutoCommit(true);
        }
        await().untilAsserted(
                        () -> assertThat(sent.references("OUTBOX-5")).containsExactly("early"));
        sent.requireGaplessSequences(Deposits.TOPIC);
    }

    @Test
    void aSecondRelayStandsByWhileOneLeads() throws SQLException {
        await().until(() -> !leaders().isEmpty());
        assertThat(
                        RelayTerm.begin(
                                database,
                                () -> {
                                    throw new IllegalStateException("it must not send");
                                },
                                10))
                .isNull();
    }

    @Test
    void aRelayWhoseConnectionIsCutLeadsAgainAndNothingIsLost() {
        for (int round = 0; round < 5; round++) {
            String reference = Integer.toString(round);
            await().until(() -> !leaders().isEmpty());
            String leader = leaders().getFirst();
            QuarkusTransaction.requiringNew()
                    .run(() -> outbox.publish(deposit("OUTBOX-7", reference)));
            effects.texts("select pg_terminate_backend(" + leader + ")");
            await().until(() -> !leaders().contains(leader));
        }
        await().untilAsserted(() ->
                assertThat(sent.references("OUTBOX-7")).containsExactly("0", "1", "2", "3", "4"));
        sent.requireGaplessSequences(Deposits.TOPIC);
    }

    private List<String> leaders() {
        return effects.texts(
                """
                select pid from pg_locks
                 where locktype = 'advisory' and granted
                   and database = (select oid from pg_database where datname = current_database())
                """);
    }
}
