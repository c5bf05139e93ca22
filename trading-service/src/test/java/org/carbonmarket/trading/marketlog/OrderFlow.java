package org.carbonmarket.trading.marketlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.carbonmarket.events.envelope.EventCodec;
import org.carbonmarket.events.envelope.UndecodableEvent;
import org.carbonmarket.events.marketlog.MarketCommand;
import org.carbonmarket.events.marketlog.MarketCommand.CreditAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.CreditFunds;
import org.carbonmarket.events.marketlog.MarketCommand.EnterPhase;
import org.carbonmarket.events.marketlog.MarketCommand.ListProduct;
import org.carbonmarket.events.marketlog.MarketCommand.PlaceOrder;
import org.carbonmarket.events.marketlog.MarketCommand.RecordAccount;
import org.carbonmarket.events.marketlog.MarketCommand.SourcePosition;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TimeInForce;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.testing.KafkaProbe;

/**
 * Orders that keep coming in every market, a sell of one tonne and the buy that takes it, and a
 * reader of their answers, as the participants' side of the platform has it.
 */
final class OrderFlow implements AutoCloseable {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2021-07-16T09:30:00+08:00");
    private static final LocalDate DAY = AT.toLocalDate();
    private static final AccountId SELLER = AccountId.of("SELLER");
    private static final AccountId BUYER = AccountId.of("BUYER");
    private static final ProductCode CEA = ProductCode.of("CEA");
    private static final long EVERY_MS = 10;

    private final EventCodec codec = new EventCodec();
    private final String kafka;
    private final MarketLog log;
    private final Set<String> appended = ConcurrentHashMap.newKeySet();
    private final Map<String, OrderPlaced> answered = new ConcurrentHashMap<>();
    private final CountDownLatch stopEntering = new CountDownLatch(1);
    private final CountDownLatch stopReading = new CountDownLatch(1);
    private final AtomicLong count = new AtomicLong();
    private long facts;

    OrderFlow(String kafka) {
        this.kafka = kafka;
        log =
                new MarketLog(
                        new KafkaSettings(
                                Map.of("bootstrap.servers", kafka), Duration.ofSeconds(6)),
                        new LogRecords());
        log.open();
    }

    /** Opens every market and begins. */
    void start() {
        for (Market market : Market.values()) {
            opening(market).forEach(log::append);
        }
        Thread.ofPlatform().name("order-answers").daemon().start(this::read);
        Thread.ofPlatform().name("order-entry").daemon().start(this::enter);
        for (Market market : Market.values()) {
            awaitAnswer(market, Duration.ofSeconds(60));
        }
    }

    /** Enters an order now and waits for its answer. */
    void awaitAnswer(Market market, Duration patience) {
        String command = place(market, Side.SELL);
        place(market, Side.BUY);
        await().atMost(patience)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> answered.containsKey(command));
    }

    /** Ends the entering and waits for every answer. */
    void stop() {
        stopEntering.countDown();
        await().atMost(Duration.ofSeconds(60)).until(() -> answered.size() >= appended.size());
    }

    /** Every order that the log took has one answer, and the answers acknowledged are those. */
    void assertEveryOrderAnsweredOnce(KafkaProbe probe) {
        List<OrderPlaced> answers =
                probe.read(Topic.TRADING_ORDERS).stream()
                        .filter(OrderPlaced.class::isInstance)
                        .map(OrderPlaced.class::cast)
                        .toList();
        assertThat(answers.stream().map(OrderPlaced::command))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(appended);
        assertThat(answers).containsAll(answered.values());
        long traded =
                probe.read(Topic.TRADING_TRADES).stream()
                        .map(TradeExecuted.class::cast)
                        .mapToLong(trade -> trade.quantity().value())
                        .sum();
        assertThat(traded).as("every tonne is sold once").isEqualTo(appended.size() / 2);
    }

    private void enter() {
        try {
            while (!stopEntering.await(EVERY_MS, TimeUnit.MILLISECONDS)) {
                for (Market market : Market.values()) {
                    place(market, Side.SELL);
                    place(market, Side.BUY);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Notes the order before it is sent: an answer cannot come sooner. */
    private String place(Market market, Side side) {
        String command = "o-" + count.incrementAndGet();
        appended.add(command);
        var _ =
                log.append(
                                new PlaceOrder(
                                        market,
                                        command,
                                        side == Side.SELL ? SELLER : BUYER,
                                        CEA,
                                        side,
                                        Price.ofYuan("48.00"),
                                        Tonnes.of(1),
                                        TimeInForce.DAY,
                                        null,
                                        null,
                                        null,
                                        AT))
                        .exceptionally(lost -> {
                            throw new AssertionError("the broker was never away", lost);
                        });
        return command;
    }

    private void read() {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        new KafkaSettings(Map.of("bootstrap.servers", kafka), Duration.ofSeconds(6))
                                .reader())) {
            List<TopicPartition> partitions =
                    IntStream.range(0, Market.values().length)
                            .mapToObj(partition ->
                                    new TopicPartition(Topic.TRADING_ORDERS.topicName(), partition))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (stopReading.getCount() > 0) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record ->
                                take(
                                        record.headers().lastHeader("ce_type").value(),
                                        record.value()));
            }
        }
    }

    private void take(byte[] type, byte[] value) {
        try {
            PublishedEvent event =
                    codec.decode(
                            Topic.TRADING_ORDERS,
                            new String(type, java.nio.charset.StandardCharsets.UTF_8),
                            value);
            if (event instanceof OrderPlaced placed) {
                answered.put(placed.command(), placed);
            }
        } catch (UndecodableEvent impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<MarketCommand> opening(Market market) {
        return List.of(
                new RecordAccount(market, source(), SELLER, 1, AccountState.ACTIVE, null, AT),
                new RecordAccount(market, source(), BUYER, 1, AccountState.ACTIVE, null, AT),
                new CreditAllowances(
                        market, source(), "A-1", SELLER, CEA, Tonnes.of(1_000_000), AT),
                new CreditFunds(market, source(), "F-1", BUYER, Money.ofYuan("99999999.00"), AT),
                new ListProduct(market, "l-1", CEA, Price.ofYuan("48.00"), AT),
                new EnterPhase(market, DAY, Phase.PRE_OPEN, AT),
                new EnterPhase(market, DAY, Phase.OPEN, AT));
    }

    private SourcePosition source() {
        return new SourcePosition("registry.accounts", 0, ++facts);
    }

    @Override
    public void close() {
        stopEntering.countDown();
        stopReading.countDown();
        log.close();
    }
}
