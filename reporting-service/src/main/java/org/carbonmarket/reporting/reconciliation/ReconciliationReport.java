package org.carbonmarket.reporting.reconciliation;

import java.util.List;
import org.carbonmarket.reporting.topics.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * The state of the books.
 *
 * @param quiet no break, and nothing on its way
 * @param breaks with their evidence; absent for the public, which sees their number
 * @param days every trading day with trades, or closed
 */
public record ReconciliationReport(
        AsOf asOf,
        boolean quiet,
        int breakCount,
        @Nullable List<Break> breaks,
        InFlight inFlight,
        List<DayState.Told> days) {

    /**
     * A difference that nothing on its way explains.
     *
     * @param invariant I1 to I5
     */
    public record Break(
            Invariant invariant, String subject, String expected, String found, String evidence) {

        static Break of(Finding finding) {
            return new Break(
                    finding.invariant(),
                    finding.subject(),
                    finding.expected(),
                    finding.found(),
                    finding.evidence());
        }
    }

    /**
     * What is on its way, counted.
     *
     * @param entrustments given into trading, not yet credited by the engine
     * @param releases let go by the engine, not yet back with the owner
     * @param unsettledTrades traded, not yet settled or failed
     * @param undeliveredTrades settled or failed, not yet delivered or undone
     * @param unexplained differences whose cause may still come from another topic
     */
    public record InFlight(
            long entrustments,
            long releases,
            long unsettledTrades,
            long undeliveredTrades,
            long unexplained) {

        InFlight unexplained(long count) {
            return new InFlight(entrustments, releases, unsettledTrades, undeliveredTrades, count);
        }

        boolean isNothing() {
            return entrustments + releases + unsettledTrades + undeliveredTrades + unexplained == 0;
        }
    }

    /** What the public sees. */
    ReconciliationReport light() {
        return new ReconciliationReport(asOf, quiet, breakCount, null, inFlight, days);
    }
}
