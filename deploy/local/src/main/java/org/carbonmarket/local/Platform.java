package org.carbonmarket.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.carbonmarket.embedded.BrokerProcess;
import org.carbonmarket.embedded.Child;
import org.carbonmarket.embedded.DatabaseProcess;
import org.jspecify.annotations.Nullable;

/**
 * A real broker, a real PostgreSQL and the four services as children of this process. None of them
 * outlives it.
 */
public final class Platform implements AutoCloseable {

    /** The process names of the two servers, beside the services' own. */
    public static final String KAFKA = "kafka";

    public static final String POSTGRESQL = "postgresql";

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String FIRST_TIME = "2021-07-16T09:00:00+08:00";

    private final Path home;
    private final DataDirectory data;
    private final Ports ports;
    private final Consumer<String> progress;
    private final Map<ServiceName, Child> services =
            Collections.synchronizedMap(new EnumMap<>(ServiceName.class));
    private volatile boolean closing;
    private @Nullable Issuer issuer;
    private @Nullable BrokerProcess broker;
    private @Nullable DatabaseProcess database;

    /**
     * Prepares a platform; {@link #start()} starts it.
     *
     * @param home the checkout, where the services are built
     * @param data where everything it keeps lies
     * @param progress takes a line for people per step
     */
    public Platform(Path home, Path data, Ports ports, Consumer<String> progress) {
        this.home = home;
        this.data = DataDirectory.take(data);
        this.ports = ports;
        this.progress = progress;
    }

    /** Forgets all that is kept: the next start is the first. */
    public void forget() {
        ports.requireFree();
        data.clear();
    }

    /** Starts everything and waits until all services are ready. */
    public void start() {
        ports.requireFree();
        issuer = Issuer.in(data.path());
        try {
            progress.accept("starting PostgreSQL");
            startDatabase();
            progress.accept("starting Kafka");
            BrokerProcess started = BrokerProcess.start(data.resolve(KAFKA), ports.kafka());
            broker = started;
            new PlatformTopics(started.bootstrapServers()).create();
            setFirstTime(started);
            for (ServiceName service : ServiceName.values()) {
                progress.accept("starting " + service.label());
                services.put(service, launch(service));
            }
            awaitReady();
        } catch (IOException | SQLException failure) {
            throw new PlatformFailure(sentence(failure), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("Interrupted.", interrupted);
        }
    }

    private static String sentence(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("No space left")
                ? "The disk is full: free some room and try again."
                : message + ".";
    }

    private void startDatabase() throws IOException, InterruptedException, SQLException {
        DatabaseProcess started =
                DatabaseProcess.start(data.resolve(POSTGRESQL), ports.postgresql());
        database = started;
        for (ServiceName service : ServiceName.values()) {
            started.createDatabase(service.label(), service.label(), password(service));
        }
    }

    private static void setFirstTime(BrokerProcess broker) {
        try (BusinessTime time = new BusinessTime(broker.bootstrapServers())) {
            if (time.reading().isEmpty()) {
                time.set(FIRST_TIME);
            }
        }
    }

    private Child launch(ServiceName service) throws IOException {
        Path jar = home.resolve(service.label() + "-service/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new PlatformFailure(
                    "The " + service.label() + " service is not built: run ./market up.");
        }
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-jar",
                        jar.toString());
        return Child.start(
                new Child.Order(
                        service.label(),
                        command,
                        "TERM",
                        environment(service),
                        data.resolve("services"),
                        line -> line.contains("Listening on:")));
    }

    private Map<String, String> environment(ServiceName service) throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
        environment.put(
                "DATABASE_URL",
                "jdbc:postgresql://127.0.0.1:" + ports.postgresql() + "/" + service.label());
        environment.put("DATABASE_USER", service.label());
        environment.put("DATABASE_PASSWORD", password(service));
        environment.put("MARKET_ISSUER_PUBLIC_KEY", issuer().publicKey());
        environment.put("HTTP_PORT", Integer.toString(ports.of(service)));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("MARKET_CLOCK", "simulated");
        environment.put("MARKET_DEPLOYMENT", "simulation");
        environment.put("MARKET_ENGINE_SESSION_TIMEOUT", "3s");
        return environment;
    }

    private String password(ServiceName service) throws IOException {
        return data.secret(service.label() + ".password");
    }

    /** Waits until every service says it is ready. */
    public void awaitReady() {
        for (ServiceName service : ServiceName.values()) {
            Waiting.until(
                    service.label() + " is ready",
                    PATIENCE,
                    () -> {
                        requireAlive();
                        return Api.isReady(url(service));
                    });
            progress.accept(service.label() + " is ready at " + url(service));
        }
    }

    /** Ends with the log's name when a child is dead that nobody asked to stop. */
    public void requireAlive() {
        if (closing) {
            return;
        }
        for (Map.Entry<String, Child> child : children().entrySet()) {
            if (!child.getValue().isAlive()) {
                throw new PlatformFailure(
                        "%s ended unexpectedly: its last words are in %s."
                                .formatted(child.getKey(), child.getValue().log()));
            }
        }
    }

    boolean isClosing() {
        return closing;
    }

    /** Kills a process as a crash would, and starts it again. */
    public void killAndRestart(String name) {
        kill(name);
        restart(name);
    }

    /** Kills a process as a crash would. */
    public void kill(String name) {
        progress.accept("kill -9 " + name);
        try {
            child(name).kill();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("Interrupted.", interrupted);
        }
    }

    /** The names of the processes that are dead though nobody asked them to stop. */
    public List<String> dead() {
        return closing
                ? List.of()
                : children().entrySet().stream()
                        .filter(child -> !child.getValue().isAlive())
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /** Starts a dead process again on its data. */
    public void restart(String name) {
        try {
            if (name.equals(KAFKA)) {
                requireStarted(broker).restart();
            } else if (name.equals(POSTGRESQL)) {
                requireStarted(database).restart();
            } else {
                ServiceName service = ServiceName.valueOf(name.toUpperCase(java.util.Locale.ROOT));
                services.put(service, launch(service));
            }
        } catch (IOException failure) {
            throw new PlatformFailure(sentence(failure), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("Interrupted.", interrupted);
        }
    }

    /** The names of all processes, in the order they started. */
    public List<String> processes() {
        return List.copyOf(children().keySet());
    }

    private Child child(String name) {
        Child child = children().get(name);
        if (child == null) {
            throw new IllegalArgumentException("no process is called " + name);
        }
        return child;
    }

    private Map<String, Child> children() {
        Map<String, Child> children = new java.util.LinkedHashMap<>();
        if (database != null) {
            children.put(POSTGRESQL, database.child());
        }
        if (broker != null) {
            children.put(KAFKA, broker.child());
        }
        services.forEach((service, child) -> children.put(service.label(), child));
        return children;
    }

    public String url(ServiceName service) {
        return "http://127.0.0.1:" + ports.of(service);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + ports.kafka();
    }

    public Issuer issuer() {
        return requireStarted(issuer);
    }

    /** Stops everything, services first. */
    @Override
    public void close() {
        closing = true;
        services.values().forEach(Child::askToStop);
        try {
            for (Child service : services.values()) {
                service.stop();
            }
            if (broker != null) {
                broker.stop();
            }
            if (database != null) {
                database.stop();
            }
            data.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException unlocked) {
            throw new PlatformFailure("The lock could not be given back.", unlocked);
        }
    }

    private static <T> T requireStarted(@Nullable T process) {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }
}
