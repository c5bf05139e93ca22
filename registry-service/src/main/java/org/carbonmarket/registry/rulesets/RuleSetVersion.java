package org.carbonmarket.registry.rulesets;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One version of a rule set. It rules once approved, from {@code validFrom} on, until a later
 * version does or {@code validTo} is past.
 *
 * @param version counts the versions of one rule set from 1
 * @param author who proposed it
 * @param decidedBy who approved or rejected it, never the author
 * @param remark why it was rejected
 */
public record RuleSetVersion(
        int version,
        State state,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        RuleSet rules,
        String author,
        OffsetDateTime proposedAt,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String remark) {

    /** How far a version is. */
    public enum State {
        PROPOSED,
        APPROVED,
        REJECTED
    }

    /** Whether somebody decided on it already. */
    public boolean isDecided() {
        return state != State.PROPOSED;
    }
}
