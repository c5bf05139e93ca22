package org.carbonmarket.registry.transfers;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * An account that another gives to without delay and cap.
 *
 * @param effectiveOn from which day on, absent until a second person approved
 */
record TrustedAccount(
        AccountId account,
        AccountId trusted,
        String proposedBy,
        OffsetDateTime proposedAt,
        @Nullable String approvedBy,
        @Nullable LocalDate effectiveOn) {

    boolean isEffective(LocalDate day) {
        return effectiveOn != null && !day.isBefore(effectiveOn);
    }
}
