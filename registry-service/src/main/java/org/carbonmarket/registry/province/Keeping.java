package org.carbonmarket.registry.province;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.jspecify.annotations.Nullable;

/**
 * Allowances a provincial account keeps for an entity until two persons release them.
 *
 * @param posting the posting that issued them
 * @param surrendered taken for the entity's surrender at the release
 * @param released what was left and went to the entity
 */
record Keeping(
        String keeping,
        AccountId entity,
        AccountId provincial,
        ProductCode product,
        Tonnes tonnes,
        long posting,
        State state,
        @Nullable String proposedBy,
        @Nullable OffsetDateTime proposedAt,
        @Nullable String releasedBy,
        @Nullable OffsetDateTime releasedAt,
        @Nullable Tonnes surrendered,
        @Nullable Tonnes released) {

    /** How far a release is. */
    enum State {
        KEPT,
        PROPOSED,
        RELEASED
    }
}
