package org.carbonmarket.reporting.reconciliation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.carbonmarket.reporting.folding.StoppedTopics;
import org.jspecify.annotations.Nullable;

/** Checks the books, one check at a time, and remembers what is suspected between checks. */
@ApplicationScoped
class Reconciliation {

    private final Examination examination;
    private final StoppedTopics stopped;
    private final TopicEnds topics;
    private final Suspicions<Map<TopicPartition, Long>> suspicions = new Suspicions<>();
    private final AtomicLong breaks = new AtomicLong();

    Reconciliation(Examination examination, StoppedTopics stopped, TopicEnds topics) {
        this.examination = examination;
        this.stopped = stopped;
        this.topics = topics;
    }

    /** Checks everything that is folded in at this moment. */
    synchronized ReconciliationReport check() {
        Examined examined = QuarkusTransaction.requiringNew().call(() -> examination.examine());
        List<Finding> confirmed =
                suspicions.confirmed(
                        examined.suspected(),
                        Duration.ofNanos(System.nanoTime()),
                        new Topics(examined.positions()));
        ReconciliationReport report = examined.report(gaps(), confirmed);
        breaks.set(report.breakCount());
        return report;
    }

    /** How many breaks the last check found. */
    long breaks() {
        return breaks.get();
    }

    private List<Finding> gaps() {
        return stopped.reasons().entrySet().stream()
                .map(stop ->
                        Finding.certain(
                                Invariant.I4,
                                "topic " + stop.getKey().topicName(),
                                "sequence without gap",
                                "events are missing; reading stopped",
                                stop.getValue()))
                .toList();
    }

    /** The topics, as seen from the positions of one check. */
    private final class Topics implements Suspicions.Published<Map<TopicPartition, Long>> {

        private final Map<TopicPartition, Long> positions;

        Topics(Map<TopicPartition, Long> positions) {
            this.positions = positions;
        }

        @Override
        public @Nullable Map<TopicPartition, Long> ends() {
            return topics.now();
        }

        @Override
        public boolean isFolded(Map<TopicPartition, Long> ends) {
            return topics.areReached(ends, positions);
        }
    }
}
