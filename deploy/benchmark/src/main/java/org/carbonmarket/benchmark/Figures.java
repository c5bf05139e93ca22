package org.carbonmarket.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Statistics;

/**
 * What one book does in one scenario; every measurement is a fresh JVM, the same for either book.
 */
final class Figures {

    /** A server's default collector, said aloud, since a small machine would choose another. */
    private static final String[] JVM = {
        "-Xms1g", "-Xmx1g", "-XX:+UseG1GC", "--sun-misc-unsafe-memory-access=allow"
    };

    private static final TimeValue ITERATION = TimeValue.milliseconds(500);

    private final Scenario scenario;
    private final Contender contender;
    private final List<Double> rounds = new ArrayList<>();
    private Statistics nanoseconds = new ListStatistics(new double[0]);

    Figures(Scenario scenario, Contender contender) {
        this.scenario = scenario;
        this.contender = contender;
    }

    /** Adds a round; of its iterations the best counts, the least disturbed one. */
    void measureThroughput() throws RunnerException {
        double best = 0;
        for (BenchmarkResult fork : forks("throughput", 3, 6)) {
            for (IterationResult iteration : fork.getIterationResults()) {
                double commands = count(iteration, "commands");
                best = Math.max(best, commands * 1e9 / count(iteration, "nanoseconds"));
            }
        }
        rounds.add(best);
    }

    private static double count(IterationResult iteration, String counter) {
        return Objects.requireNonNull(iteration.getSecondaryResults().get(counter)).getScore();
    }

    void measureLatency() throws RunnerException {
        for (BenchmarkResult fork : forks("latency", 3, 3)) {
            nanoseconds = fork.getPrimaryResult().getStatistics();
        }
    }

    /** Commands per second of processor time in the latest round. */
    double latest() {
        return rounds.getLast();
    }

    /** Commands per second of processor time, the better of the rounds. */
    double perSecond() {
        return rounds.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** Nanoseconds within which that part of a hundred commands was done. */
    double percentile(double percent) {
        return nanoseconds.getPercentile(percent);
    }

    private Collection<BenchmarkResult> forks(String method, int warmups, int iterations)
            throws RunnerException {
        Options options =
                new OptionsBuilder()
                        .include("\\." + BookBenchmark.class.getSimpleName() + "\\." + method + "$")
                        .param("scenario", scenario.name())
                        .param("contender", contender.name())
                        .forks(1)
                        .warmupIterations(warmups)
                        .warmupTime(ITERATION)
                        .measurementIterations(iterations)
                        .measurementTime(ITERATION)
                        .jvmArgs(JVM)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build();
        return new Runner(options).runSingle().getBenchmarkResults();
    }
}
