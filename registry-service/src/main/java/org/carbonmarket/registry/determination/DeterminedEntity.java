package org.carbonmarket.registry.determination;

import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.determination.Entitlements.EntityDue;
import org.jspecify.annotations.Nullable;

/**
 * What a determination found for one entity, and what was posted for it.
 *
 * @param firstLine the first line of its units in the file
 * @param unitsDue the sum of its units
 * @param emissions the sum of its units' verified emissions
 * @param deducted what an earlier year's shortfall takes away
 * @param due what it shall have of the year's product in all
 * @param before what it had when the determination was filed
 * @param moved issued, or taken back when negative; null until posted
 * @param posting the posting that moved it, null when nothing moved
 * @param heldBy the provincial account that keeps it, null when the entity has it itself
 * @param cause why less was moved than due, null when all was
 */
record DeterminedEntity(
        AccountId account,
        long firstLine,
        int units,
        Tonnes unitsDue,
        Tonnes emissions,
        Tonnes deducted,
        Tonnes due,
        long before,
        State state,
        @Nullable Long moved,
        @Nullable Long posting,
        @Nullable AccountId heldBy,
        @Nullable String cause) {

    EntityDue asDue() {
        return new EntityDue(account, firstLine, units, unitsDue, emissions, deducted, due);
    }

    /** How far an entity's part is. */
    enum State {
        WAITING,
        /** Done; {@code moved} says what. */
        POSTED,
        /** Nothing could be posted; {@code cause} says why. */
        REFUSED
    }
}
