package org.carbonmarket.trading.marketlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.carbonmarket.events.envelope.EncodedEvent;
import org.carbonmarket.events.marketlog.MarketCommand;
import org.carbonmarket.events.marketlog.MarketCommand.EnterPhase;
import org.carbonmarket.events.marketlog.MarketCommand.ListProduct;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.trading.engine.MarketEngine;
import org.junit.jupiter.api.Test;

class RunningMarketTest {

    private static final LocalDate DAY = LocalDate.of(2021, 7, 16);
    private static final OffsetDateTime AT = OffsetDateTime.parse("2021-07-16T09:15:00+08:00");
    private static final ConsumerGroupMetadata GROUP = new ConsumerGroupMetadata("trading-engine");

    private final LogRecords records = new LogRecords();
    private final OwnedMarkets owned = new OwnedMarkets();
    private final MockProducer<String, byte[]> producer = producer();

    @Test
    void aBatchAndItsOffsetAreOneTransaction() {
        market(0).process(List.of(at(0, listing()), at(1, phase(Phase.PRE_OPEN))), GROUP);

        assertThat(producer.commitCount()).isEqualTo(1);
        assertThat(producer.history()).isNotEmpty();
        assertThat(committedOffset()).isEqualTo(2);
        assertThat(owned.live(Market.CN).orElseThrow().step()).isEqualTo(1);
    }

    @Test
    void outputsOfAnEarlierOwnerAreNotPublishedAgain() {
        RunningMarket market = market(2);
        assertThat(owned.live(Market.CN)).isEmpty();

        market.process(List.of(at(0, listing()), at(1, phase(Phase.PRE_OPEN))), GROUP);

        assertThat(producer.history()).isEmpty();
        assertThat(producer.commitCount()).isZero();
        assertThat(owned.live(Market.CN)).isPresent();
    }

    @Test
    void sequencesGoOnWithoutAGapAfterAReplay() {
        market(0).process(List.of(at(0, listing()), at(1, phase(Phase.PRE_OPEN))), GROUP);
        List<Long> before = sequences(producer, "trading.sessions");

        MockProducer<String, byte[]> successor = producer();
        RunningMarket recovered = market(2, successor);
        recovered.process(
                List.of(at(0, listing()), at(1, phase(Phase.PRE_OPEN)), at(2, phase(Phase.OPEN))),
                GROUP);

        List<Long> all = new ArrayList<>(before);
        all.addAll(sequences(successor, "trading.sessions"));
        assertThat(all).isEqualTo(range(all.size()));
    }

    @Test
    void anUnreadableCommandGoesAsideInTheSameTransactionAndTheMarketGoesOn() {
        market(0).process(List.of(poison(0), at(1, listing())), GROUP);

        assertThat(producer.commitCount()).isEqualTo(1);
        assertThat(producer.history().getFirst().topic())
                .isEqualTo("trading.market-log.dead-letters");
        assertThat(sequences(producer, "trading.sessions")).containsExactly(1L);
        assertThat(committedOffset()).isEqualTo(2);
    }

    @Test
    void aCommandOfAnotherMarketIsUnreadableOnThisLog() {
        market(0)
                .process(List.of(at(0, new EnterPhase(Market.HB, DAY, Phase.PRE_OPEN, AT))), GROUP);

        assertThat(producer.history().getFirst().topic())
                .isEqualTo("trading.market-log.dead-letters");
    }

    @Test
    void aHoleInTheLogIsNeverSteppedOver() {
        RunningMarket market = market(0);

        assertThatThrownBy(() -> market.process(List.of(at(1, listing())), GROUP))
                .isInstanceOf(IllegalStateException.class);
        assertThat(producer.commitCount()).isZero();
    }

    @Test
    void anOwnerThatIsFencedPublishesNothing() {
        RunningMarket market = market(0);
        producer.fenceProducer();

        assertThatThrownBy(() -> market.process(List.of(at(0, listing())), GROUP))
                .isInstanceOf(ProducerFencedException.class);
        assertThat(producer.history()).isEmpty();
    }

    private RunningMarket market(long firstUnpublished) {
        return market(firstUnpublished, producer);
    }

    private RunningMarket market(long firstUnpublished, MockProducer<String, byte[]> outputs) {
        EngineSurroundings surroundings =
                new EngineSurroundings(
                        records,
                        new SnapshotKeeper(new EngineSnapshots(new NoDatabase())),
                        owned,
                        new EngineMetrics(new SimpleMeterRegistry()),
                        1_000);
        return new RunningMarket(
                new MarketEngine(Market.CN), Market.CN, outputs, firstUnpublished, surroundings);
    }

    private static MockProducer<String, byte[]> producer() {
        MockProducer<String, byte[]> producer =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    private long committedOffset() {
        return producer.consumerGroupOffsetsHistory().getLast().values().stream()
                .flatMap(offsets -> offsets.values().stream())
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    private ConsumerRecord<String, byte[]> at(long offset, MarketCommand command) {
        ProducerRecord<String, byte[]> sent = records.command(command);
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                offset,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }

    private static ConsumerRecord<String, byte[]> poison(long offset) {
        return new ConsumerRecord<>(
                "trading.market-log",
                0,
                offset,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                "CN",
                "not a command".getBytes(StandardCharsets.UTF_8),
                new RecordHeaders(),
                Optional.empty());
    }

    private static List<Long> sequences(MockProducer<String, byte[]> outputs, String topic) {
        return outputs.history().stream()
                .filter(sent -> sent.topic().equals(topic))
                .map(sent -> sent.headers().lastHeader(EncodedEvent.SEQUENCE).value())
                .map(value -> Long.parseLong(new String(value, StandardCharsets.UTF_8)))
                .toList();
    }

    private static List<Long> range(int size) {
        return LongStream.rangeClosed(1, size).boxed().toList();
    }

    private static MarketCommand listing() {
        return new ListProduct(Market.CN, "c-1", ProductCode.of("CEA"), Price.ofYuan("48.00"), AT);
    }

    private static MarketCommand phase(Phase phase) {
        return new EnterPhase(Market.CN, DAY, phase, AT);
    }
}
