package org.carbonmarket.benchmark;

import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/** One scenario's figures of both books. */
final class Comparison {

    static final String HEADING =
            "%-9s %12s %12s %6s   %s"
                    .formatted(
                            "scenario",
                            "ours/s",
                            "peer's/s",
                            "ratio",
                            "ours p50     p99.9   peer p50     p99.9");

    private final Scenario scenario;
    private final Figures ours;
    private final Figures peers;

    Comparison(Scenario scenario) {
        this.scenario = scenario;
        ours = new Figures(scenario, Contender.OURS);
        peers = new Figures(scenario, Contender.PEER);
    }

    Scenario scenario() {
        return scenario;
    }

    /** Both books in turn, each in a JVM of its own. */
    void measureThroughput() throws RunnerException {
        for (Figures figures : List.of(ours, peers)) {
            figures.measureThroughput();
        }
    }

    /** As {@link #measureThroughput}, with the clock read around every command. */
    void measureLatency() throws RunnerException {
        for (Figures figures : List.of(ours, peers)) {
            figures.measureLatency();
        }
    }

    /** The latest round in words. */
    String latest() {
        return String.format(
                Locale.ROOT,
                "ours %,.0f, exchange-core's %,.0f commands/s",
                ours.latest(),
                peers.latest());
    }

    /** How many times the peer's commands per second ours takes. */
    double ratio() {
        return ours.perSecond() / peers.perSecond();
    }

    /** The figures as a line under {@link #HEADING}. */
    String row() {
        return String.format(
                Locale.ROOT,
                "%-9s %,12.0f %,12.0f %6.2f   %5.0f ns %6.0f ns   %5.0f ns %6.0f ns",
                scenario,
                ours.perSecond(),
                peers.perSecond(),
                ratio(),
                ours.percentile(50),
                ours.percentile(99.9),
                peers.percentile(50),
                peers.percentile(99.9));
    }
}
