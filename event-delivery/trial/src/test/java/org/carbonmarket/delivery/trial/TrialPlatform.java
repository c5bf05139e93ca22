package org.carbonmarket.delivery.trial;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.carbonmarket.embedded.BrokerProcess;
import org.carbonmarket.embedded.DatabaseProcess;
import org.carbonmarket.embedded.FreePort;
import org.carbonmarket.events.topic.Topic;

/** A broker and a PostgreSQL server of the trial's own, with a database for each program. */
final class TrialPlatform {

    private static final String PASSWORD = "trial";

    private final BrokerProcess broker;
    private final DatabaseProcess database;

    private TrialPlatform(BrokerProcess broker, DatabaseProcess database) {
        this.broker = broker;
        this.database = database;
    }

    static TrialPlatform start() throws Exception {
        // Run by root, the database server is nobody, and has to get to its files.
        Path directory =
                Files.createTempDirectory(
                        "delivery-trial",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx--x--x")));
        DatabaseProcess database =
                DatabaseProcess.start(directory.resolve("postgresql"), FreePort.pair());
        for (String name : List.of("payer", "payee")) {
            database.createDatabase(name, name, PASSWORD);
        }
        BrokerProcess broker = BrokerProcess.start(directory.resolve("kafka"), FreePort.pair());
        createTopics(broker.bootstrapServers());
        return new TrialPlatform(broker, database);
    }

    private static void createTopics(String brokers) throws Exception {
        List<NewTopic> topics =
                Stream.of(Topic.SETTLEMENT_FUNDS, Topic.REGISTRY_HOLDINGS)
                        .map(topic ->
                                new NewTopic(topic.topicName(), topic.partitions(), (short) 1))
                        .toList();
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", brokers))) {
            admin.createTopics(topics).all().get(1, TimeUnit.MINUTES);
        }
    }

    Books payer() {
        return books("payer");
    }

    Books payee() {
        return books("payee");
    }

    Map<String, String> ofPayer() {
        return surroundings("payer");
    }

    Map<String, String> ofPayee() {
        return surroundings("payee");
    }

    Sink readDeposits() {
        return Sink.read(broker.bootstrapServers(), Topic.SETTLEMENT_FUNDS.topicName());
    }

    Sink readIssues() {
        return Sink.read(broker.bootstrapServers(), Topic.REGISTRY_HOLDINGS.topicName());
    }

    void killDatabase() throws InterruptedException {
        database.child().kill();
    }

    void restartDatabase() throws IOException, InterruptedException {
        database.restart();
    }

    void passSomeTime(SplittableRandom random, int atMostMillis) {
        await().pollDelay(random.nextInt(atMostMillis), TimeUnit.MILLISECONDS)
                .atMost(Duration.ofMinutes(1))
                .until(() -> true);
    }

    void stop() throws InterruptedException {
        broker.child().kill();
        database.child().kill();
    }

    private Books books(String name) {
        return new Books(database.jdbcUrl(name), DatabaseProcess.SUPERUSER, database.password());
    }

    private Map<String, String> surroundings(String name) {
        return Map.of(
                "DATABASE_URL",
                database.jdbcUrl(name),
                "DATABASE_USER",
                name,
                "DATABASE_PASSWORD",
                PASSWORD,
                "KAFKA_BOOTSTRAP_SERVERS",
                broker.bootstrapServers());
    }
}
