package org.carbonmarket.delivery.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carbonmarket.delivery.Deposits.message;
import static org.carbonmarket.delivery.Deposits.poll;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.carbonmarket.delivery.Effects;
import org.carbonmarket.testing.MarketInfrastructure;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class InboxTest {

    private static final String ACCOUNT = "INBOX-1";

    @Inject Inbox inbox;
    @Inject Effects effects;
    @Inject Consumers consumers;
    @Inject @Readiness InboxReadiness readiness;

    private final String consumer = "inbox-" + UUID.randomUUID();

    @AfterEach
    void forgetTheConsumer() {
        consumers.forget(consumer);
    }

    @Test
    void aBatchIsHandedOverInOrderAndItsPositionStored() {
        inbox.receive(consumer, poll(message(ACCOUNT, 5, 1), message(ACCOUNT, 6, 2)), this::write);
        assertThat(effects.of(consumer)).containsExactly("1", "2");
        assertThat(position()).containsExactly("7/2");
    }

    @Test
    void redeliveredAndDoubledMessagesAreNotHandedOverAgain() {
        inbox.receive(consumer, poll(message(ACCOUNT, 5, 1), message(ACCOUNT, 6, 2)), this::write);
        inbox.receive(consumer, poll(message(ACCOUNT, 5, 1), message(ACCOUNT, 6, 2)), this::write);
        inbox.receive(consumer, poll(message(ACCOUNT, 7, 2), message(ACCOUNT, 8, 3)), this::write);
        assertThat(effects.of(consumer)).containsExactly("1", "2", "3");
        assertThat(position()).containsExactly("9/3");
    }

    @Test
    void aHandlerThatFailsRollsBackWithThePositionAndIsTriedAgain() {
        AtomicInteger attempts = new AtomicInteger();
        inbox.receive(
                consumer,
                poll(message(ACCOUNT, 0, 1)),
                batch -> {
                    write(batch);
                    if (attempts.incrementAndGet() < 3) {
                        assertThat(position()).containsExactly("0/0");
                        throw new IllegalStateException("not yet");
                    }
                });
        assertThat(attempts).hasValue(3);
        assertThat(effects.of(consumer)).containsExactly("1");
        assertThat(consumers.of(consumer).isFailing()).isFalse();
    }

    @Test
    void aServiceIsNotReadyWhileItsHandlerFails() {
        AtomicInteger attempts = new AtomicInteger();
        inbox.receive(
                consumer,
                poll(message(ACCOUNT, 0, 1)),
                _ -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new IllegalStateException("not yet");
                    }
                    assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);
                });
        assertThat(attempts).hasValue(2);
    }

    @Test
    void aGapStopsTheConsumerWithWhatCameBeforeItCommitted() {
        assertThatThrownBy(() ->
                        inbox.receive(
                                consumer,
                                poll(message(ACCOUNT, 0, 1), message(ACCOUNT, 1, 3)),
                                this::write))
                .isInstanceOf(SequenceGap.class)
                .hasMessageContaining("settlement.funds/0 has sequence 3 at offset 1 where 2");
        assertThat(effects.of(consumer)).containsExactly("1");
        assertThat(position()).containsExactly("1/1");
        assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);
        assertThatThrownBy(() -> inbox.receive(consumer, poll(message(ACCOUNT, 2, 2)), this::write))
                .isInstanceOf(SequenceGap.class);
        assertThat(effects.of(consumer)).containsExactly("1");
    }

    @Test
    void twoReceiversOfOneStreamApplyEachMessageOnce() throws Exception {
        CountDownLatch firstIsInside = new CountDownLatch(1);
        CountDownLatch secondHasCome = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> zombie =
                    threads.submit(() ->
                            inbox.receive(
                                    consumer,
                                    poll(message(ACCOUNT, 0, 1), message(ACCOUNT, 1, 2)),
                                    batch -> {
                                        firstIsInside.countDown();
                                        write(batch);
                                        await(secondHasCome);
                                    }));
            await(firstIsInside);
            Future<?> heir =
                    threads.submit(() -> {
                        secondHasCome.countDown();
                        inbox.receive(
                                consumer,
                                poll(
                                        message(ACCOUNT, 0, 1),
                                        message(ACCOUNT, 1, 2),
                                        message(ACCOUNT, 2, 3)),
                                this::write);
                    });
            join(zombie);
            join(heir);
        }
        assertThat(effects.of(consumer)).containsExactly("1", "2", "3");
    }

    private void write(List<Received> batch) {
        effects.write(consumer, batch);
    }

    private List<String> position() {
        return effects.texts(
                "select next_offset || '/' || last_sequence from inbox_position where consumer = ?",
                consumer);
    }

    private static void join(Future<?> receiver) throws InterruptedException, ExecutionException {
        receiver.get();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
