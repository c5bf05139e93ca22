package org.carbonmarket.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.carbonmarket.embedded.BrokerProcess;
import org.carbonmarket.embedded.DatabaseProcess;
import org.carbonmarket.embedded.FreePort;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A Kafka broker and a PostgreSQL database for one test run. */
interface Servers {

    String bootstrapServers();

    String jdbcUrl();

    String user();

    String password();

    void stop();

    /** Containers where an engine answers, child processes where none does. */
    static Servers start() {
        return DockerClientFactory.instance().isDockerAvailable()
                ? Containers.start()
                : Children.start();
    }

    /** Servers in containers. */
    record Containers(KafkaContainer kafka, PostgreSQLContainer postgres) implements Servers {

        @SuppressWarnings("resource") // Stopped by stop().
        static Containers start() {
            Containers containers =
                    new Containers(
                            new KafkaContainer("apache/kafka:4.1.1")
                                    .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000"),
                            new PostgreSQLContainer("postgres:18"));
            containers.kafka.start();
            containers.postgres.start();
            return containers;
        }

        @Override
        public String bootstrapServers() {
            return kafka.getBootstrapServers();
        }

        @Override
        public String jdbcUrl() {
            return postgres.getJdbcUrl();
        }

        @Override
        public String user() {
            return postgres.getUsername();
        }

        @Override
        public String password() {
            return postgres.getPassword();
        }

        @Override
        public void stop() {
            kafka.stop();
            postgres.stop();
        }
    }

    /** Servers as child processes of the test. */
    record Children(BrokerProcess broker, DatabaseProcess database) implements Servers {

        private static final String NAME = "service";

        static Children start() {
            try {
                // Run by root, the database server is nobody, and has to get to its files.
                Path directory =
                        Files.createTempDirectory(
                                "carbon-market-test",
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rwx--x--x")));
                DatabaseProcess database =
                        DatabaseProcess.start(directory.resolve("postgresql"), FreePort.pair());
                database.createDatabase(NAME, NAME, NAME);
                BrokerProcess broker =
                        BrokerProcess.start(directory.resolve("kafka"), FreePort.pair());
                directory.toFile().deleteOnExit();
                return new Children(broker, database);
            } catch (IOException | SQLException failure) {
                throw new IllegalStateException("the test's servers did not start", failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        @Override
        public String bootstrapServers() {
            return broker.bootstrapServers();
        }

        @Override
        public String jdbcUrl() {
            return database.jdbcUrl(NAME);
        }

        @Override
        public String user() {
            return NAME;
        }

        @Override
        public String password() {
            return NAME;
        }

        @Override
        public void stop() {
            try {
                broker.child().kill();
                database.child().kill();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
