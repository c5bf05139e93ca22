package org.carbonmarket.reporting.reconciliation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.carbonmarket.reporting.reconciliation.ReconciliationReport.Break;
import org.carbonmarket.reporting.reconciliation.ReconciliationReport.InFlight;
import org.carbonmarket.reporting.topics.AsOf;

/**
 * What one look at the books showed.
 *
 * @param positions the next offset of each partition at that moment
 */
record Examined(
        AsOf asOf,
        List<Finding> findings,
        InFlight onTheWay,
        List<DayState> days,
        Map<TopicPartition, Long> positions) {

    List<Finding> suspected() {
        return findings.stream().filter(finding -> !finding.isCertain()).toList();
    }

    /**
     * The report.
     *
     * @param gaps what stopped a topic
     * @param confirmed the suspicions that are breaks
     */
    ReconciliationReport report(List<Finding> gaps, List<Finding> confirmed) {
        List<Break> breaks =
                Stream.of(gaps.stream(), findings.stream().filter(Finding::isCertain))
                        .flatMap(found -> found)
                        .map(Break::of)
                        .toList();
        List<Break> all =
                Stream.concat(breaks.stream(), confirmed.stream().map(Break::of)).toList();
        InFlight inFlight = onTheWay.unexplained(suspected().size() - confirmed.size());
        return new ReconciliationReport(
                asOf,
                all.isEmpty() && inFlight.isNothing(),
                all.size(),
                all,
                inFlight,
                days.stream().map(DayState::told).toList());
    }
}
