package org.carbonmarket.trading.marketlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.carbonmarket.events.envelope.EncodedEvent;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.testing.KafkaProbe;
import org.carbonmarket.testing.MarketInfrastructure;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Goal: when the replica that runs a market dies, the other one carries on, no order that was
 * acknowledged is lost and nothing happens twice. Method: two processes share three markets over
 * real Kafka and PostgreSQL; orders keep coming in every market; the process that owns the national
 * market is killed with SIGKILL, 2 times or as many as {@code market.test.kills} says (10 is the
 * full size), and started again. After each kill the time until the national market answers an
 * order again is printed; a subscriber then reads everything.
 */
class ReplicasKilledTest {

    private static final Logger LOG = Logger.getLogger(ReplicasKilledTest.class);
    private static final int KILLS = Integer.getInteger("market.test.kills", 2);
    private static final String GROUP = "trading-engine";
    private static final List<String> REPLICAS = List.of("replica-a", "replica-b");
    private static final String THREADS = "2";
    private static final String SESSION_TIMEOUT_MS =
            System.getProperty("market.test.session-timeout-ms", "3000");
    private static final List<Topic> TOPICS =
            List.of(Topic.TRADING_ORDERS, Topic.TRADING_TRADES, Topic.TRADING_EXECUTIONS);

    private final Map<String, Process> processes = new TreeMap<>();

    @Test
    void noAcknowledgedOrderIsLostAndNoTradeMadeTwiceHoweverOftenTheOwnerDies()
            throws IOException, InterruptedException, SQLException {
        MarketInfrastructure infrastructure = new MarketInfrastructure();
        Map<String, String> config = infrastructure.start();
        String kafka = value(config, "kafka.bootstrap.servers");
        String[] engine = {
            kafka,
            value(config, "quarkus.datasource.jdbc.url"),
            value(config, "quarkus.datasource.username"),
            value(config, "quarkus.datasource.password")
        };
        EngineKilledTest.createTables(engine);
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka));
                KafkaProbe probe = new KafkaProbe(kafka);
                OrderFlow flow = new OrderFlow(kafka)) {
            for (String replica : REPLICAS) {
                start(engine, replica);
            }
            awaitSpread(admin);
            flow.start();
            List<Long> pauses = new ArrayList<>();
            for (int kill = 0; kill < KILLS; kill++) {
                pauses.add(kill(admin, flow, engine));
            }
            LOG.infof("Orders were answered again after %s ms", pauses);
            flow.stop();
            assertSeenOnce(probe, flow);
        } finally {
            processes.values().forEach(Process::destroyForcibly);
            infrastructure.stop();
        }
    }

    /** Kills the national market's owner; how many milliseconds until an order is answered. */
    private long kill(Admin admin, OrderFlow flow, String[] engine)
            throws IOException, InterruptedException {
        String owner = ownerOf(admin, Market.CN);
        long killed = System.nanoTime();
        process(owner).destroyForcibly().waitFor();
        flow.awaitAnswer(Market.CN, Duration.ofSeconds(60));
        long pause = Duration.ofNanos(System.nanoTime() - killed).toMillis();
        LOG.infof("%s killed: orders are answered again after %d ms", owner, pause);
        start(engine, owner);
        awaitSpread(admin);
        return pause;
    }

    private void start(String[] engine, String replica) throws IOException {
        processes.put(
                replica,
                EngineProcess.start(
                        engine[0],
                        engine[1],
                        engine[2],
                        engine[3],
                        replica,
                        THREADS,
                        SESSION_TIMEOUT_MS));
    }

    private Process process(String replica) {
        return Objects.requireNonNull(processes.get(replica));
    }

    /** Waits until every market has an owner and both replicas own some. */
    private static void awaitSpread(Admin admin) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    Map<Market, String> owners = owners(admin);
                    return owners.size() == Market.values().length
                            && new TreeSet<>(owners.values()).size() == REPLICAS.size();
                });
    }

    private static String ownerOf(Admin admin, Market market) {
        return Objects.requireNonNull(owners(admin).get(market), "nobody owns " + market);
    }

    private static Map<Market, String> owners(Admin admin) {
        Map<Market, String> owners = new TreeMap<>();
        for (MemberDescription member : members(admin)) {
            member.assignment()
                    .topicPartitions()
                    .forEach(partition ->
                            owners.put(
                                    Market.ofPartition(partition.partition()), member.clientId()));
        }
        return owners;
    }

    private static Set<MemberDescription> members(Admin admin) {
        var group =
                Objects.requireNonNull(
                        admin.describeConsumerGroups(List.of(GROUP)).describedGroups().get(GROUP));
        return Set.copyOf(group.toCompletionStage().toCompletableFuture().join().members());
    }

    private static void assertSeenOnce(KafkaProbe probe, OrderFlow flow) {
        for (Topic topic : TOPICS) {
            Map<Integer, List<Long>> sequences = new TreeMap<>();
            probe.records(topic.topicName())
                    .forEach(event ->
                            sequences
                                    .computeIfAbsent(event.partition(), key -> new ArrayList<>())
                                    .add(sequence(event)));
            assertThat(sequences).hasSize(Market.values().length);
            sequences
                    .values()
                    .forEach(numbers ->
                            assertThat(numbers)
                                    .as(topic.topicName())
                                    .isEqualTo(
                                            LongStream.rangeClosed(1, numbers.size())
                                                    .boxed()
                                                    .toList()));
        }
        flow.assertEveryOrderAnsweredOnce(probe);
    }

    private static long sequence(
            org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]> event) {
        byte[] value = event.headers().lastHeader(EncodedEvent.SEQUENCE).value();
        return Long.parseLong(new String(value, java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String value(Map<String, String> config, String name) {
        return Objects.requireNonNull(config.get(name), name);
    }
}
