package org.carbonmarket.registry.accounts.dossier;

import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who acts for an account.
 *
 * @param user the name in the person's token
 * @param document the number of the authorisation among the account's documents
 * @param endedAt when the person ceased to act, null while it does
 */
record AccountUser(
        String user,
        String name,
        Set<Power> powers,
        @Nullable Integer document,
        String recordedBy,
        OffsetDateTime recordedAt,
        @Nullable String endedBy,
        @Nullable OffsetDateTime endedAt) {

    /** What a person may do for an account. */
    enum Power {
        VIEW,
        ENTRUST,
        SURRENDER,
        TRANSFER,
        REPORT
    }
}
