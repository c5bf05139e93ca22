package org.carbonmarket.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.carbonmarket.local.replay.ReplayCommand;
import org.carbonmarket.local.replay.ReplayOptions;

/** What {@code ./market up}, {@code replay}, {@code token} and {@code verify-ledger} run. */
public final class Main {

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
            fail(failure.sentence());
        } catch (RuntimeException unforeseen) {
            unforeseen.printStackTrace();
            fail("Something unforeseen happened, as told above; the logs are in .market/data.");
        }
    }

    private static void fail(String sentence) {
        System.err.println("market: " + sentence);
        System.exit(1);
    }

    private void run(String verb, List<String> options) {
        switch (verb) {
            case "up" -> up(Options.of(options));
            case "token" -> token(options);
            case "verify-ledger" -> out.println(LedgerVerifier.of(options, data).verify());
            case "replay" -> new ReplayCommand(home, this::say).run(ReplayOptions.of(options));
            default -> throw new PlatformFailure("There is no '" + verb + "': see ./market help.");
        }
    }

    private void token(List<String> names) {
        if (names.size() != 1) {
            throw new PlatformFailure("Name one: ./market token P-0001");
        }
        out.println(Issuer.in(data).token(names.getFirst()));
    }

    private void up(Options options) {
        Platform platform = new Platform(home, data, Ports.usual(), this::say);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        if (options.fresh()) {
            platform.forget();
        }
        platform.start();
        Thread watch = Thread.ofVirtual().start(() -> watch(platform));
        try (BusinessTime time = new BusinessTime(platform.bootstrapServers())) {
            LaunchDay day = new LaunchDay(new Api(platform), time, this::say);
            day.run();
            report(platform, day);
        }
        if (!options.once()) {
            Thread.ofVirtual().start(new BankSimulator(new Api(platform), LaunchDay.DAY)::attend);
            out.println("The platform is up. Ctrl-C stops it; its data stays in .market/data.");
            join(watch);
        }
    }

    /** A dead process ends the platform at once, whatever else it is waiting for. */
    private static void watch(Platform platform) {
        while (!platform.isClosing()) {
            Waiting.pause();
            try {
                platform.requireAlive();
            } catch (PlatformFailure dead) {
                // A Ctrl-C reaches the processes together with this one: leave it time to be heard.
                Waiting.pause();
                if (!platform.isClosing()) {
                    fail(dead.sentence());
                }
            }
        }
    }

    private static void join(Thread watch) {
        try {
            watch.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
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

    private void say(String line) {
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        out.printf("[%3d s] %s%n", seconds, line);
        out.flush();
    }
}
