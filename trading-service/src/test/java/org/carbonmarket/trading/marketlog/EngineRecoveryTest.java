package org.carbonmarket.trading.marketlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carbonmarket.trading.floor.TradingFloor.buy;
import static org.carbonmarket.trading.floor.TradingFloor.order;
import static org.carbonmarket.trading.floor.TradingFloor.sell;
import static org.carbonmarket.trading.floor.TradingFloor.text;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.carbonmarket.events.envelope.EncodedEvent;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.trading.floor.SimulatedDay;
import org.carbonmarket.trading.floor.TradingFloor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An engine loses its market in the middle of the day, and nobody outside can tell. */
@QuarkusTest
@TestProfile(SimulatedDay.class)
@QuarkusTestResource(MarketInfrastructure.class)
class EngineRecoveryTest {

    private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(30);

    private final TradingFloor floor = TradingFloor.floor();

    @Inject KafkaSettings settings;

    @BeforeEach
    void open() {
        floor.open();
    }

    @Test
    void aFencedEnginePublishesNothingMoreAndItsSuccessorGoesOnWithoutAGap() {
        String seller = floor.account(100, "0.00");
        String buyer = floor.account(0, "100000.00");
        for (int round = 0; round < 3; round++) {
            assertThat(sell(seller, "45.00", 10).statusCode()).isEqualTo(201);
            seizeTheMarketAndLeaveATransactionOpen();
            String key = "after-" + round;
            await().atMost(RECOVERED_WITHIN)
                    .until(
                            () -> order(buyer, "BUY", "45.00", 10, key).statusCode(),
                            status -> status == 201);
        }

        assertGapless(Topic.TRADING_ORDERS);
        assertGapless(Topic.TRADING_SESSIONS);
        assertGapless(Topic.TRADING_TRADES);
        assertThat(sequences(Topic.TRADING_EXECUTIONS)).isEqualTo(sequences(Topic.TRADING_TRADES));
        assertThat(text(buy(buyer, "45.00", 1), "state")).isEqualTo("RESTING");
    }

    @Test
    void anUnreadableCommandIsPutAsideAndTheMarketGoesOn() {
        String account = floor.account(10, "0.00");
        try (KafkaProducer<String, byte[]> stranger = new KafkaProducer<>(settings.logProducer())) {
            var _ =
                    stranger.send(
                            new ProducerRecord<>(
                                    Topic.MARKET_LOG.topicName(),
                                    Market.CN.partition(),
                                    "CN",
                                    "nonsense".getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(sell(account, "46.00", 10).statusCode()).isEqualTo(201);
        assertThat(floor.kafka().records(Topic.MARKET_LOG.deadLetters()))
                .extracting(letter -> new String(letter.value(), StandardCharsets.UTF_8))
                .contains("nonsense");
    }

    /** What an engine on another machine does that believes the market is its own. */
    private void seizeTheMarketAndLeaveATransactionOpen() {
        try (KafkaProducer<String, byte[]> other =
                new KafkaProducer<>(settings.engineProducer(Market.CN))) {
            other.initTransactions();
            other.beginTransaction();
            var _ =
                    other.send(
                            new ProducerRecord<>(
                                    Topic.TRADING_TRADES.topicName(),
                                    Market.CN.partition(),
                                    "CN",
                                    "never committed".getBytes(StandardCharsets.UTF_8)));
            other.flush();
        }
    }

    private void assertGapless(Topic topic) {
        List<Long> sequences = sequences(topic);
        assertThat(sequences)
                .as(topic.topicName())
                .isEqualTo(LongStream.rangeClosed(1, sequences.size()).boxed().toList());
    }

    private List<Long> sequences(Topic topic) {
        return floor.kafka().records(topic.topicName()).stream()
                .filter(event -> event.partition() == Market.CN.partition())
                .map(EngineRecoveryTest::sequence)
                .toList();
    }

    private static long sequence(ConsumerRecord<String, byte[]> event) {
        byte[] value = event.headers().lastHeader(EncodedEvent.SEQUENCE).value();
        return Long.parseLong(new String(value, StandardCharsets.UTF_8));
    }
}
