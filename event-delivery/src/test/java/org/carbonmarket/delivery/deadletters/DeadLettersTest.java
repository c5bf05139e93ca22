package org.carbonmarket.delivery.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.carbonmarket.delivery.Deposits.message;
import static org.carbonmarket.delivery.Deposits.poison;
import static org.carbonmarket.delivery.Deposits.poll;
import static org.carbonmarket.delivery.SentMessages.header;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carbonmarket.delivery.Effects;
import org.carbonmarket.delivery.SentMessages;
import org.carbonmarket.delivery.inbox.Inbox;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.testing.MarketInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class DeadLettersTest {

    private static final Topic FUNDS = Topic.SETTLEMENT_FUNDS;

    @Inject Inbox inbox;
    @Inject DeadLetters deadLetters;
    @Inject Effects effects;
    @Inject SentMessages sent;

    private final String consumer = "dead-" + UUID.randomUUID();

    @Test
    void aPoisonMessageIsToldOnTheDeadLetterTopicWithTheReason() {
        inbox.receive(consumer, poll(poison("DEAD-1", 3, 1)), this::write);
        await().untilAsserted(() -> assertThat(told()).hasSize(1));
        ConsumerRecord<String, byte[]> told = told().getFirst();
        assertThat(told.key()).isEqualTo("DEAD-1");
        assertThat(told.value()).asString().isEqualTo("{not json");
        assertThat(header(told, "ce_sequence")).isEqualTo("1");
        assertThat(header(told, "dead-letter-reason")).contains("not a valid org.carbonmarket");
        assertThat(header(told, "dead-letter-topic")).isEqualTo("settlement.funds");
        assertThat(header(told, "dead-letter-partition")).isEqualTo("0");
        assertThat(header(told, "dead-letter-offset")).isEqualTo("3");
    }

    @Test
    void laterMessagesOfTheKeyWaitAndOtherKeysGoOn() {
        inbox.receive(
                consumer,
                poll(poison("DEAD-2", 0, 1), message("DEAD-2", 1, 2), message("DEAD-3", 2, 3)),
                this::write);
        inbox.receive(
                consumer, poll(message("DEAD-2", 3, 4), message("DEAD-3", 4, 5)), this::write);
        assertThat(effects.of(consumer)).containsExactly("3", "5");
        assertThat(deadLetters.waiting(consumer, FUNDS, 10))
                .extracting(DeadLetter::offset, DeadLetter::parked)
                .containsExactly(tuple(0L, false), tuple(1L, true), tuple(3L, true));
    }

    @Test
    void aReplayBeforeTheReaderHasLearnedBetterChangesNothing() {
        inbox.receive(consumer, poll(poison("DEAD-4", 0, 1), message("DEAD-4", 1, 2)), this::write);
        assertThat(deadLetters.replay(consumer, FUNDS)).isEqualTo(new Replayed(0, 2));
        assertThat(effects.of(consumer)).isEmpty();
    }

    @Test
    void whatCanBeUnderstoodByNowIsReplayedInOrderAndTheKeyIsFree() {
        inbox.receive(
                consumer,
                poll(poison("DEAD-5", 0, 1), message("DEAD-5", 1, 2), message("DEAD-5", 2, 3)),
                this::write);
        learnToRead(0);
        assertThat(deadLetters.replay(consumer, FUNDS)).isEqualTo(new Replayed(3, 0));
        inbox.receive(consumer, poll(message("DEAD-5", 3, 4)), this::write);
        assertThat(effects.of(consumer)).containsExactly("1", "2", "3", "4");
        assertThat(deadLetters.replay(consumer, FUNDS)).isEqualTo(new Replayed(0, 0));
    }

    @Test
    void aDiscardedMessageStaysOnRecordAndLetsTheOthersGo() {
        inbox.receive(consumer, poll(poison("DEAD-6", 0, 1), message("DEAD-6", 1, 2)), this::write);
        assertThat(deadLetters.discard(consumer, FUNDS, 0, 0, "operator", "no event")).isTrue();
        assertThat(deadLetters.discard(consumer, FUNDS, 0, 0, "operator", "again")).isFalse();
        assertThat(deadLetters.replay(consumer, FUNDS)).isEqualTo(new Replayed(1, 0));
        assertThat(effects.of(consumer)).containsExactly("2");
        assertThat(
                        effects.texts(
                                "select discarded_reason from dead_letter where consumer = ?",
                                consumer))
                .containsExactly("no event");
    }

    @Test
    void aReplayWhoseHandlerFailsLeavesEverythingWaiting() {
        inbox.receive(consumer, poll(poison("DEAD-7", 0, 1), message("DEAD-7", 1, 2)), this::write);
        learnToRead(0);
        assertThatThrownBy(() ->
                        deadLetters.replay(
                                consumer,
                                FUNDS,
                                batch -> {
                                    write(batch);
                                    throw new IllegalStateException("cannot");
                                }))
                .hasMessage("cannot");
        assertThat(effects.of(consumer)).isEmpty();
        assertThat(deadLetters.waiting(consumer, FUNDS, 10)).hasSize(2);
    }

    @Test
    void aReplayForAnUnknownConsumerIsRefused() {
        assertThatThrownBy(() -> deadLetters.replay("nobody", FUNDS))
                .hasMessageContaining("no handler of nobody for settlement.funds");
    }

    /** What a new release does: bytes that meant nothing now mean a deposit. */
    private void learnToRead(long offset) {
        byte[] payload = message("DEAD", offset, offset + 1).value();
        effects.execute(
                "update dead_letter set payload = convert_to(?, 'UTF8')"
                        + " where consumer = ? and not parked",
                new String(payload, StandardCharsets.UTF_8),
                consumer);
    }

    private void write(List<Received> batch) {
        effects.write(consumer, batch);
    }

    private List<ConsumerRecord<String, byte[]>> told() {
        return sent.read(FUNDS.deadLetters()).stream()
                .filter(letter -> header(letter, "dead-letter-consumer").equals(consumer))
                .toList();
    }
}
