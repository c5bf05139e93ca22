package org.carbonmarket.registry.accounts.dossier;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What an operator found in an application's documents.
 *
 * @param documents how many documents it had seen
 */
record Review(
        int number,
        Outcome outcome,
        int documents,
        @Nullable String remark,
        String reviewedBy,
        OffsetDateTime reviewedAt) {

    /** Accepted, or sent back to the applicant. */
    enum Outcome {
        ACCEPTED,
        RETURNED
    }
}
