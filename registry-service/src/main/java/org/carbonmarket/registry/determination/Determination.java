package org.carbonmarket.registry.determination;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.jspecify.annotations.Nullable;

/**
 * What a year's units are due by a rule set, and how far it is posted.
 *
 * @param ruleSetVersion the version of the rule set that computed it
 * @param document the deciding document
 * @param due all entities together
 * @param progress what has been posted so far
 */
record Determination(
        String determination,
        Stage stage,
        String ruleSet,
        int ruleSetVersion,
        int year,
        ProductCode product,
        String document,
        State state,
        int units,
        int entities,
        Tonnes due,
        String filedBy,
        OffsetDateTime filedAt,
        @Nullable String approvedBy,
        @Nullable OffsetDateTime approvedAt,
        @Nullable OffsetDateTime postedAt,
        Progress progress) {

    /** How far a determination is. */
    enum State {
        PREVIEWED,
        /** Approved; its entities are being posted. */
        APPROVED,
        POSTED
    }

    /**
     * What was posted so far.
     *
     * @param entities done, refused ones included
     * @param refused entities for which nothing could be posted
     * @param issued tonnes
     * @param takenBack tonnes
     * @param outstanding tonnes that should have been taken back and were no longer there
     */
    record Progress(
            int entities, int refused, Tonnes issued, Tonnes takenBack, Tonnes outstanding) {

        static final Progress NONE = new Progress(0, 0, Tonnes.ZERO, Tonnes.ZERO, Tonnes.ZERO);
    }
}
