package org.carbonmarket.registry.compliance.carryover;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The order that what was not carried over into a year can no longer be used.
 *
 * @param document the reference of the deciding document
 * @param lapsed tonnes lapsed so far
 * @param waiting tonnes still in trading, in delivery or frozen; a later run takes them
 */
record Lapse(
        String lapse,
        int year,
        String document,
        State state,
        String proposedBy,
        OffsetDateTime proposedAt,
        @Nullable String approvedBy,
        @Nullable OffsetDateTime approvedAt,
        long lapsed,
        long waiting) {

    /** Proposed by one person, carried out on another's approval. */
    enum State {
        PROPOSED,
        APPROVED
    }
}
