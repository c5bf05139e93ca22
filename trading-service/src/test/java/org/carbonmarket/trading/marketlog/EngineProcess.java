package org.carbonmarket.trading.marketlog;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** An engine thread in a process of its own, to be killed. Ends with whoever started it. */
final class EngineProcess {

    private static final long SNAPSHOT_EVERY = 100;

    private EngineProcess() {}

    /** Starts one: bootstrap servers, JDBC URL, user, password. */
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

    public static void main(String[] arguments) throws IOException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[1]);
        database.setUser(arguments[2]);
        database.setPassword(arguments[3]);
        KafkaSettings settings = new KafkaSettings(Map.of("bootstrap.servers", arguments[0]));
        EngineMetrics metrics = new EngineMetrics(new SimpleMeterRegistry());
        EngineSurroundings surroundings =
                new EngineSurroundings(
                        new LogRecords(),
                        new SnapshotKeeper(new EngineSnapshots(database)),
                        new OwnedMarkets(),
                        metrics,
                        SNAPSHOT_EVERY);
        EngineLoop loop =
                new EngineLoop(settings, new MarketRecovery(settings, surroundings), metrics);
        Thread.ofPlatform().start(loop);
        while (System.in.read() >= 0) {
            // Nothing is said; the end of the stream is the end of the parent.
        }
        Runtime.getRuntime().halt(0);
    }
}
