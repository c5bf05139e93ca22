package org.carbonmarket.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
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
    private final Path data;
    private final Ports ports;
    private final Consumer<String> progress;
    private final Issuer issuer;
    private final Map<ServiceName, Child> services = new EnumMap<>(ServiceName.class);
    private final FileChannel lockFile;
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
        this.data = data;
        this.ports = ports;
        this.progress = progress;
        try {
            Files.createDirectories(data);
            data.toFile().setExecutable(true, false);
            lockFile = lock(data.resolve("lock"));
        } catch (IOException failure) {
            throw new PlatformFailure(
                    "Cannot write to " + data + ": " + failure.getMessage() + ".", failure);
        }
        this.issuer = Issuer.in(data);
    }

    /** Starts everything and waits until all services are ready. */
    public void start() {
        ports.requireFree();
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
        environment.put("MARKET_ISSUER_PUBLIC_KEY", issuer.publicKey());
        environment.put("HTTP_PORT", Integer.toString(ports.of(service)));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("MARKET_CLOCK", "simulated");
        environment.put("MARKET_DEPLOYMENT", "simulation");
        return environment;
    }

    private String password(ServiceName service) throws IOException {
        Path file = data.resolve(service.label() + ".password");
        if (!Files.exists(file)) {
            byte[] secret = new byte[16];
            new SecureRandom().nextBytes(secret);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(secret));
        }
        return Files.readString(file);
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

    /** Ends with the log's name when a child is dead. */
    public void requireAlive() {
        for (Map.Entry<String, Child> child : children().entrySet()) {
            if (!child.getValue().isAlive()) {
                throw new PlatformFailure(
                        "%s ended unexpectedly: its last words are in %s."
                                .formatted(child.getKey(), child.getValue().log()));
            }
        }
    }

    /** Kills a process as a crash would, and starts it again. */
    public void killAndRestart(String name) {
        try {
            progress.accept("kill -9 " + name);
            child(name).kill();
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
        return issuer;
    }

    /** Stops everything, services first. */
    @Override
    public void close() {
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
            lockFile.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException unlocked) {
            throw new PlatformFailure("The lock could not be given back.", unlocked);
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new PlatformFailure(
                    "Another platform runs on this directory: stop it first (Ctrl-C there).");
        }
        return channel;
    }

    private static <T> T requireStarted(@Nullable T process) {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }
}
