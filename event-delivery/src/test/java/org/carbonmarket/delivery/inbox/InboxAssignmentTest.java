package org.carbonmarket.delivery.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carbonmarket.delivery.Deposits.message;
import static org.carbonmarket.delivery.Deposits.poll;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.carbonmarket.delivery.Effects;
import org.carbonmarket.testing.MarketInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class InboxAssignmentTest {

    private static final TopicPartition STORED = new TopicPartition("settlement.funds", 0);
    private static final TopicPartition NEW = new TopicPartition("settlement.funds", 1);

    @Inject
    @Identifier("inbox")
    InboxAssignment assignment;

    @Inject Inbox inbox;
    @Inject Effects effects;
    @Inject Consumers consumers;

    private final MockConsumer<String, byte[]> broker =
            new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private final String consumer = broker.groupMetadata().groupId();

    @AfterEach
    void forgetTheConsumer() {
        consumers.forget(consumer);
        effects.execute("delete from inbox_position where consumer = ?", consumer);
    }

    @Test
    void aConsumerGoesOnWhereItsDatabaseSays() {
        inbox.receive(consumer, poll(message("ASSIGN-1", 41, 1)), _ -> {});
        assign(100);
        assertThat(broker.position(STORED)).isEqualTo(42);
        assertThat(broker.position(NEW)).isZero();
    }

    @Test
    void aLogThatEndsBeforeThePositionStopsTheConsumer() {
        inbox.receive(consumer, poll(message("ASSIGN-1", 41, 1)), _ -> {});
        assign(3);
        assertThatThrownBy(() -> inbox.receive(consumer, poll(message("ASSIGN-1", 2, 2)), _ -> {}))
                .isInstanceOf(LogShorterThanPosition.class)
                .hasMessageContaining("goes on at offset 42 of settlement.funds/0");
    }

    private void assign(long end) {
        broker.assign(List.of(STORED, NEW));
        broker.updateBeginningOffsets(Map.of(STORED, 0L, NEW, 0L));
        broker.updateEndOffsets(Map.of(STORED, end, NEW, 0L));
        assignment.onPartitionsAssigned(broker, List.of(STORED, NEW));
    }
}
