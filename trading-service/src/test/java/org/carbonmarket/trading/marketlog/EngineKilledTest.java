package org.carbonmarket.trading.marketlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carbonmarket.events.envelope.EncodedEvent;
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
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TimeInForce;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.testing.KafkaProbe;
import org.carbonmarket.testing.MarketInfrastructure;
import org.junit.jupiter.api.Test;

/**
 * Goal: whatever moment an engine's process dies at, every command has its outputs exactly once.
 * Method: a process runs the engine over real Kafka and PostgreSQL, is killed with SIGKILL at
 * random moments under load and started again; a subscriber then reads everything.
 */
class EngineKilledTest {

    private static final int KILLS = 4;
    private static final int ORDERS_PER_LIFE = 600;
    private static final OffsetDateTime AT = OffsetDateTime.parse("2021-07-16T09:30:00+08:00");
    private static final LocalDate DAY = AT.toLocalDate();
    private static final AccountId SELLER = AccountId.of("SELLER");
    private static final AccountId BUYER = AccountId.of("BUYER");
    private static final ProductCode CEA = ProductCode.of("CEA");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private long facts;
    private int orders;

    @Test
    void everyOrderIsAnsweredOnceAndEveryTradeIsSeenOnceHoweverOftenTheEngineDies()
            throws IOException, InterruptedException, SQLException {
        MarketInfrastructure infrastructure = new MarketInfrastructure();
        Map<String, String> config = infrastructure.start();
        String kafka = value(config, "kafka.bootstrap.servers");
        String[] engine = {
            kafka,
            value(config, "quarkus.datasource.jdbc.url"),
            value(config, "quarkus.datasource.username"),
            value(config, "quarkus.datasource.password"),
            "engine",
            "1",
            "6000"
        };
        createTables(engine);
        MarketLog log =
                new MarketLog(
                        new KafkaSettings(
                                Map.of("bootstrap.servers", kafka), Duration.ofSeconds(6)),
                        new LogRecords());
        log.open();
        try (KafkaProbe probe = new KafkaProbe(kafka)) {
            opening().forEach(log::append);
            for (int life = 0; life < KILLS; life++) {
                Process process = EngineProcess.start(engine);
                awaitTrades(probe, life * ORDERS_PER_LIFE / 2);
                enterOrders(log);
                process.waitFor(Duration.ofMillis(random.nextInt(400)));
                process.destroyForcibly().waitFor();
            }
            Process last = EngineProcess.start(engine);
            awaitTrades(probe, orders / 2);
            last.destroyForcibly().waitFor();
            assertSeenOnce(probe);
        } finally {
            log.close();
            infrastructure.stop();
        }
    }

    private void assertSeenOnce(KafkaProbe probe) {
        assertGapless(probe, Topic.TRADING_ORDERS);
        assertGapless(probe, Topic.TRADING_TRADES);
        assertGapless(probe, Topic.TRADING_EXECUTIONS);
        assertThat(
                        probe.read(Topic.TRADING_ORDERS).stream()
                                .filter(OrderPlaced.class::isInstance)
                                .map(event -> ((OrderPlaced) event).command()))
                .as("seed %d", seed)
                .hasSize(orders)
                .doesNotHaveDuplicates();
        assertThat(
                        probe.read(Topic.TRADING_TRADES).stream()
                                .mapToLong(event -> ((TradeExecuted) event).quantity().value())
                                .sum())
                .as("seed %d", seed)
                .isEqualTo(orders / 2);
    }

    private void assertGapless(KafkaProbe probe, Topic topic) {
        List<Long> sequences =
                probe.records(topic.topicName()).stream().map(EngineKilledTest::sequence).toList();
        assertThat(sequences)
                .as("%s, seed %d", topic.topicName(), seed)
                .isEqualTo(LongStream.rangeClosed(1, sequences.size()).boxed().toList());
    }

    private static long sequence(ConsumerRecord<String, byte[]> event) {
        byte[] value = event.headers().lastHeader(EncodedEvent.SEQUENCE).value();
        return Long.parseLong(new String(value, StandardCharsets.UTF_8));
    }

    private static void awaitTrades(KafkaProbe probe, int atLeast) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> probe.records(Topic.TRADING_TRADES.topicName()).size() >= atLeast);
    }

    /** A sell and the buy that takes it, one tonne each. */
    private void enterOrders(MarketLog log) {
        List<CompletableFuture<Long>> appended = new ArrayList<>();
        for (int i = 0; i < ORDERS_PER_LIFE; i++) {
            boolean sells = i % 2 == 0;
            PlaceOrder order =
                    new PlaceOrder(
                            Market.CN,
                            "o-" + orders++,
                            sells ? SELLER : BUYER,
                            CEA,
                            sells ? Side.SELL : Side.BUY,
                            Price.ofYuan("48.00"),
                            Tonnes.of(1),
                            TimeInForce.DAY,
                            null,
                            null,
                            null,
                            AT);
            appended.add(log.append(order).toCompletableFuture());
        }
        appended.forEach(CompletableFuture::join);
    }

    private List<MarketCommand> opening() {
        return List.of(
                new RecordAccount(Market.CN, source(), SELLER, 1, AccountState.ACTIVE, null, AT),
                new RecordAccount(Market.CN, source(), BUYER, 1, AccountState.ACTIVE, null, AT),
                new CreditAllowances(
                        Market.CN, source(), "A-1", SELLER, CEA, Tonnes.of(100_000), AT),
                new CreditFunds(Market.CN, source(), "F-1", BUYER, Money.ofYuan("9999999.00"), AT),
                new ListProduct(Market.CN, "l-1", CEA, Price.ofYuan("48.00"), AT),
                new EnterPhase(Market.CN, DAY, Phase.PRE_OPEN, AT),
                new EnterPhase(Market.CN, DAY, Phase.OPEN, AT));
    }

    private SourcePosition source() {
        return new SourcePosition("registry.accounts", 0, ++facts);
    }

    static void createTables(String[] engine) throws IOException, SQLException {
        try (var script =
                        EngineKilledTest.class.getResourceAsStream("/db/migration/V1__market.sql");
                Connection database = DriverManager.getConnection(engine[1], engine[2], engine[3]);
                Statement statement = database.createStatement()) {
            byte[] sql = Objects.requireNonNull(script).readAllBytes();
            statement.execute(new String(sql, StandardCharsets.UTF_8));
        }
    }

    private static String value(Map<String, String> config, String name) {
        return Objects.requireNonNull(config.get(name), name);
    }
}
