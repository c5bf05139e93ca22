package org.carbonmarket.registry.credits.projects;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;

/**
 * A registered project (CCER Measures, Chapter 3).
 *
 * @param project 2 to 16 capital letters and digits
 * @param methodology the methodology its reductions are reckoned by
 * @param owner the account its credits are issued to
 * @param creditingFrom first day of the crediting period
 * @param creditingTo last day of the crediting period
 */
record Project(
        String project,
        String name,
        String methodology,
        AccountId owner,
        LocalDate registeredOn,
        LocalDate creditingFrom,
        LocalDate creditingTo,
        OffsetDateTime recordedAt) {

    /** Whether a monitoring period lies in the crediting period. */
    boolean credits(LocalDate from, LocalDate to) {
        return !from.isBefore(creditingFrom) && !to.isAfter(creditingTo);
    }
}
