package org.carbonmarket.reporting.reconciliation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells breaks from skew. A suspicion is a break when it still stands, unchanged, after everything
 * has been folded in that was published until a settling time after it was first seen: its cause,
 * had there been one, would be among that.
 *
 * @param <E> where the topics end
 */
final class Suspicions<E> {

    /** Covers the moment in which one transaction's events appear on several topics. */
    static final Duration SETTLING = Duration.ofSeconds(2);

    /** What the topics hold and what the books have of it. */
    interface Published<E> {

        /** Where the topics end now; null when the broker does not say. */
        @Nullable E ends();

        /** Whether the books that are being judged hold everything before these ends. */
        boolean isFolded(E ends);
    }

    private record Identity(Invariant invariant, String subject, String expected, String found) {

        static Identity of(Finding finding) {
            return new Identity(
                    finding.invariant(), finding.subject(), finding.expected(), finding.found());
        }
    }

    private record Standing<E>(Duration since, @Nullable E ends, boolean confirmed) {}

    private Map<Identity, Standing<E>> standing = new HashMap<>();

    /**
     * Judges what is suspected now, and forgets what no longer is.
     *
     * @param now the time on a clock that never steps back
     * @return those that are breaks
     */
    List<Finding> confirmed(List<Finding> suspected, Duration now, Published<E> published) {
        Map<Identity, Standing<E>> next = new HashMap<>();
        Map<E, Boolean> folded = new HashMap<>();
        List<Finding> confirmed = new ArrayList<>();
        E ends = suspected.isEmpty() ? null : published.ends();
        for (Finding finding : suspected) {
            Identity identity = Identity.of(finding);
            Standing<E> before = standing.get(identity);
            Standing<E> after = judged(before, now, ends, folded, published);
            next.put(identity, after);
            if (after.confirmed()) {
                confirmed.add(finding);
            }
        }
        standing = next;
        return confirmed;
    }

    private static <E> Standing<E> judged(
            @Nullable Standing<E> before,
            Duration now,
            @Nullable E ends,
            Map<E, Boolean> folded,
            Published<E> published) {
        if (before == null) {
            return new Standing<>(now, null, false);
        }
        E reached = before.ends();
        if (before.confirmed()) {
            return before;
        }
        if (reached != null) {
            boolean all = folded.computeIfAbsent(reached, published::isFolded);
            return new Standing<>(before.since(), reached, all);
        }
        boolean settled = now.minus(before.since()).compareTo(SETTLING) >= 0;
        return new Standing<>(before.since(), settled ? ends : null, false);
    }
}
