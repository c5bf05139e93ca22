package org.carbonmarket.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code ./market up} and {@code ./market token} run. */
public final class Main {

    private static final Set<String> UP_OPTIONS = Set.of("--once", "--fresh");

    private final Path home;
    private final Path data;
    private final PrintStream out = System.out;
    private final long start = System.nanoTime();

    private Main(Path home) {
        this.home = home;
        this.data = home.resolve(".market/data");
    }

    /** Arguments: the checkout, the verb, its options. */
    public static void main(String[] arguments) {
        try {
            new Main(Path.of(arguments[0]).toAbsolutePath())
                    .run(arguments[1], List.of(arguments).subList(2, arguments.length));
            System.exit(0);
        } catch (PlatformFailure failure) {
            System.err.println("market: " + failure.getMessage());
            System.exit(1);
        }
    }

    private void run(String verb, List<String> options) {
        switch (verb) {
            case "up" -> up(options);
            case "token" -> token(options);
            default -> throw new PlatformFailure("There is no '" + verb + "': see ./market help.");
        }
    }

    private void token(List<String> names) {
        if (names.size() != 1) {
            throw new PlatformFailure("Name one: ./market token P-0001");
        }
        out.println(Issuer.in(data).token(names.getFirst()));
    }

    private void up(List<String> options) {
        options.stream()
                .filter(option -> !UP_OPTIONS.contains(option))
                .findFirst()
                .ifPresent(option -> {
                    throw new PlatformFailure("Unknown option " + option + ": see ./market help.");
                });
        if (options.contains("--fresh")) {
            delete(data);
        }
        Platform platform = new Platform(home, data, Ports.usual(), this::say);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        platform.start();
        try (BusinessTime time = new BusinessTime(platform.bootstrapServers())) {
            LaunchDay day = new LaunchDay(new Api(platform), time, this::say);
            day.run();
            report(platform, day);
        }
        if (!options.contains("--once")) {
            out.println("The platform is up. Ctrl-C stops it; its data stays in .market/data.");
            stayUp(platform);
        }
    }

    private void report(Platform platform, LaunchDay day) {
        JsonNode sheet = day.sheet().body();
        out.println(LaunchDaySheet.text(sheet));
        new PlatformTopics(platform.bootstrapServers())
                .events()
                .forEach((topic, events) -> out.printf("  %-24s %,8d events%n", topic, events));
        out.println();
        for (ServiceName service : ServiceName.values()) {
            out.printf("  %-11s %s/q/swagger-ui%n", service.label(), platform.url(service));
        }
        out.println("  the market  " + platform.url(ServiceName.REPORTING) + "/");
        out.println();
        JsonNode reconciliation = day.reconciliation().body();
        out.println("reconciled: " + reconciliation.path("breakCount").asInt(-1) + " breaks");
        List<String> differences = LaunchDaySheet.differences(sheet);
        if (!differences.isEmpty()) {
            throw new PlatformFailure("The sheet differs from the record: " + differences);
        }
        if (reconciliation.path("breakCount").asInt(-1) != 0) {
            throw new PlatformFailure("The books do not agree: " + reconciliation.path("breaks"));
        }
    }

    private static void stayUp(Platform platform) {
        while (!Thread.currentThread().isInterrupted()) {
            platform.requireAlive();
            Waiting.pause();
        }
    }

    private void say(String line) {
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        out.printf("[%3d s] %s%n", seconds, line);
        out.flush();
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException failure) {
            throw new PlatformFailure("Cannot clear " + directory + ".", failure);
        }
    }
}
