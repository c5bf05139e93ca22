package org.carbonmarket.registry.cancellations;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.jspecify.annotations.Nullable;

/**
 * Allowances that leave the market by their holder's will (Registration Rules, Article 20).
 *
 * @param expiresAt until when a second person may approve
 */
record Cancellation(
        String cancellation,
        AccountId account,
        ProductCode product,
        Tonnes tonnes,
        String beneficiary,
        String reason,
        State state,
        String proposedBy,
        OffsetDateTime proposedAt,
        OffsetDateTime expiresAt,
        @Nullable String approvedBy,
        @Nullable OffsetDateTime cancelledAt,
        @Nullable Long posting) {

    /** Proposed by one person, done on another's approval. */
    enum State {
        PROPOSED,
        CANCELLED
    }

    long number() {
        return Long.parseLong(cancellation.substring("CL-".length()));
    }
}
