package org.carbonmarket.trading.marketlog;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** The engine threads of a replica in a process of their own. Ends with whoever started it. */
final class EngineProcess {

    private static final long SNAPSHOT_EVERY = 100;

    private EngineProcess() {}

    /** Starts one: bootstrap servers, JDBC URL, user, password, and what main takes besides. */
    static Process start(String... arguments) throws IOException {
        List<String> command =
                new java.util.ArrayList<>(
                        List.of(
                                System.getProperty("java.home") + "/bin/java",
                                "-Xmx192m",
                                "-cp",
                                System.getProperty("java.class.path", ""),
                                EngineProcess.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Also: the client id of its members, how many threads, the session timeout in ms. */
    public static void main(String[] arguments) throws IOException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[1]);
        database.setUser(arguments[2]);
        database.setPassword(arguments[3]);
        KafkaSettings settings =
                new KafkaSettings(
                        Map.of("bootstrap.servers", arguments[0], "client.id", arguments[4]),
                        Duration.ofMillis(Long.parseLong(arguments[6])));
        EngineMetrics metrics = new EngineMetrics(new SimpleMeterRegistry());
        EngineSurroundings surroundings =
                new EngineSurroundings(
                        new LogRecords(),
                        new SnapshotKeeper(new EngineSnapshots(database)),
                        new OwnedMarkets(),
                        metrics,
                        SNAPSHOT_EVERY);
        new EngineThreads(
                        settings,
                        new MarketRecovery(settings, surroundings),
                        metrics,
                        Integer.parseInt(arguments[5]))
                .start(new StartupEvent());
        while (System.in.read() >= 0) {
            // Nothing is said; the end of the stream is the end of the parent.
        }
        Runtime.getRuntime().halt(0);
    }
}
