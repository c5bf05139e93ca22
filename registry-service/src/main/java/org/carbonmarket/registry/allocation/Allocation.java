package org.carbonmarket.registry.allocation;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An allocation: previewed, or approved and posted.
 *
 * @param lines units in it
 * @param tonnes all units together
 * @param firstPosting the first of its postings, one for each unit
 */
record Allocation(
        String allocation,
        State state,
        int lines,
        long tonnes,
        String previewedBy,
        OffsetDateTime previewedAt,
        @Nullable String approvedBy,
        @Nullable OffsetDateTime postedAt,
        @Nullable Long firstPosting,
        @Nullable Long lastPosting) {

    /** How far an allocation is. */
    enum State {
        PREVIEWED,
        POSTED
    }

    boolean isPosted() {
        return state == State.POSTED;
    }
}
