package org.carbonmarket.registry.compliance.carryover;

import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Tonnes;

/**
 * How much an account may carry over into a year: T = base + multiple x max(0, sold - bought),
 * floored, at most what it held on the plan's day.
 *
 * @param sold delivered to others in the plan's days
 * @param bought delivered to it in the plan's days
 * @param held in every bucket at the end of the plan's day
 * @param most T
 * @param filed carried over or applied for already
 */
record CarryOverLimit(
        AccountId account,
        int year,
        Tonnes sold,
        Tonnes bought,
        Tonnes held,
        Tonnes most,
        Tonnes filed) {

    Tonnes left() {
        return Tonnes.of(Math.max(0, most.value() - filed.value()));
    }
}
