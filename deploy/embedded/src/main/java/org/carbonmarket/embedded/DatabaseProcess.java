package org.carbonmarket.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A PostgreSQL server over a directory that survives restarts, with every commit on disk. */
public final class DatabaseProcess {

    /** The server's own user; services get users of their own. */
    public static final String SUPERUSER = "postgres";

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int MOST_TRIES = 10;
    private static final int PAUSE_MILLIS = 500;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");
    private static final String READY = "database system is ready to accept connections";

    private final PostgresBinaries binaries;
    private final Path directory;
    private final int port;
    private final String password;
    private Child child;

    private DatabaseProcess(
            PostgresBinaries binaries, Path directory, int port, String password, Child child) {
        this.binaries = binaries;
        this.directory = directory;
        this.port = port;
        this.password = password;
        this.child = child;
    }

    /** Starts a server; makes the directory's data at the first start. */
    public static DatabaseProcess start(Path directory, int port)
            throws IOException, InterruptedException {
        Files.createDirectories(directory);
        PostgresBinaries binaries =
                PostgresBinaries.unpackInto(directory.resolve("postgresql"), directory);
        Path passwordFile = directory.resolve("password");
        if (!Files.exists(directory.resolve("data/PG_VERSION"))) {
            byte[] secret = new byte[16];
            new SecureRandom().nextBytes(secret);
            Files.writeString(passwordFile, HexFormat.of().formatHex(secret));
            binaries.initialise(directory.resolve("data"), passwordFile);
        }
        String password = Files.readString(passwordFile).strip();
        Child child = launch(binaries, directory, port);
        return new DatabaseProcess(binaries, directory, port, password, child);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The password of {@link #SUPERUSER}, made at the first start. */
    public String password() {
        return password;
    }

    public int port() {
        return port;
    }

    public Child child() {
        return child;
    }

    /** Makes a database and its owner if they are not there yet. */
    public void createDatabase(String name, String owner, String ownerPassword)
            throws SQLException {
        if (!NAME.matcher(name).matches() || !NAME.matcher(owner).matches()) {
            throw new IllegalArgumentException("not a database name: " + name + ", " + owner);
        }
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            if (isMissing(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + owner + "'")) {
                statement.execute(
                        "CREATE ROLE " + owner + " LOGIN PASSWORD '" + quoted(ownerPassword) + "'");
            }
            if (isMissing(statement, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + owner);
            }
        }
    }

    /** A connection of the superuser. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, password);
    }

    /**
     * Starts it again on the same directory and port, after a kill. Its sessions outlive a killed
     * server by a moment, and while one of them does, the next server refuses to start.
     */
    public void restart() throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                child = launch(binaries, directory, port);
                return;
            } catch (IOException refused) {
                if (tries == MOST_TRIES) {
                    throw refused;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    public void stop() throws InterruptedException {
        child.stop();
    }

    private static Child launch(PostgresBinaries binaries, Path directory, int port)
            throws IOException, InterruptedException {
        Path data = directory.resolve("data");
        endForerunner(data);
        List<String> command = new ArrayList<>(binaries.asServerUser());
        command.addAll(
                List.of(
                        binaries.program("postgres"),
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port)));
        Map<String, String> settings =
                Map.of(
                        "listen_addresses", "127.0.0.1",
                        "unix_socket_directories", "",
                        // The embedded builds start with these off; money needs them on.
                        "fsync", "on",
                        "synchronous_commit", "on",
                        "full_page_writes", "on",
                        "max_connections", "200",
                        "shared_buffers", "256MB",
                        "max_wal_size", "2GB");
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        Child child =
                Child.start(
                        new Child.Order(
                                "postgresql",
                                command,
                                "INT",
                                Map.of(),
                                directory,
                                line -> line.contains(READY)));
        try {
            child.awaitReady(PATIENCE);
        } catch (IOException notReady) {
            child.kill();
            throw notReady;
        }
        return child;
    }

    /** A server left behind by a killed platform still owns the directory: end it first. */
    private static void endForerunner(Path data) throws IOException, InterruptedException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> forerunner =
                ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
                        .filter(DatabaseProcess::isPostgres);
        if (forerunner.isPresent()) {
            new ProcessBuilder("kill", "-INT", Long.toString(forerunner.get().pid()))
                    .start()
                    .waitFor();
            forerunner.get().onExit().join();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> command.endsWith("postgres")).orElse(false);
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return !row.next();
        }
    }

    private static String quoted(String text) {
        return text.replace("'", "''");
    }
}
