package org.carbonmarket.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/** {@code ./market bench book}: exit 0 with the figures, 1 when the books do not agree. */
public final class Main {

    private static final int ROUNDS = 2;

    private Main() {}

    /** Checks that both books make the same trades, then times them. */
    public static void main(String[] arguments) throws RunnerException {
        try {
            Arrays.stream(Scenario.values()).forEach(Main::requireSameTrades);
        } catch (IllegalStateException different) {
            System.err.println("nothing was timed: " + different.getMessage());
            System.exit(1);
        }
        print(measure());
    }

    private static void requireSameTrades(Scenario scenario) {
        Commands commands = scenario.commands(Session.COMMANDS, Session.SEED);
        int trades = SameTrades.require(scenario, commands);
        System.err.println(
                String.format(
                        Locale.ROOT,
                        "%-8s %,d commands, %,d trades, the same from both: %s",
                        scenario,
                        commands.size(),
                        trades,
                        scenario.description()));
    }

    private static List<Comparison> measure() throws RunnerException {
        List<Comparison> comparisons =
                Arrays.stream(Scenario.values()).map(Comparison::new).toList();
        for (int round = 1; round <= ROUNDS; round++) {
            for (Comparison comparison : comparisons) {
                comparison.measureThroughput();
                System.err.println(
                        String.format(
                                Locale.ROOT,
                                "%-8s round %d of %d: %s",
                                comparison.scenario(),
                                round,
                                ROUNDS,
                                comparison.latest()));
            }
        }
        for (Comparison comparison : comparisons) {
            comparison.measureLatency();
            System.err.println(String.format("%-8s latency", comparison.scenario()));
        }
        return comparisons;
    }

    private static void print(List<Comparison> comparisons) {
        System.out.println();
        System.out.println(Comparison.HEADING);
        comparisons.forEach(comparison -> System.out.println(comparison.row()));
        System.out.println();
        double worst = comparisons.stream().mapToDouble(Comparison::ratio).min().orElseThrow();
        System.out.println(String.format(Locale.ROOT, "worst ratio %.2f", worst));
    }
}
