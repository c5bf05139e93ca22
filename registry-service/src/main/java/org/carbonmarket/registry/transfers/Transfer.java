package org.carbonmarket.registry.transfers;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.jspecify.annotations.Nullable;

/**
 * A transfer without a trade (Registration Rules, Article 21).
 *
 * @param account who gives
 * @param expiresAt until when a second person may approve
 * @param notBefore when it may be executed at the earliest, known once approved
 */
record Transfer(
        String transfer,
        AccountId account,
        AccountId receiver,
        ProductCode product,
        Tonnes tonnes,
        Kind kind,
        String document,
        State state,
        String proposedBy,
        OffsetDateTime proposedAt,
        OffsetDateTime expiresAt,
        @Nullable String approvedBy,
        @Nullable OffsetDateTime notBefore,
        @Nullable String acceptedBy,
        @Nullable OffsetDateTime executedAt,
        @Nullable Long posting) {

    /** What moves title without a trade. */
    enum Kind {
        INHERITANCE,
        MERGER,
        COURT_ORDER
    }

    /** Proposed, approved by a second person, accepted by the receiver, executed by an operator. */
    enum State {
        PROPOSED,
        APPROVED,
        ACCEPTED,
        EXECUTED,
        REFUSED
    }

    long number() {
        return Long.parseLong(transfer.substring("TF-".length()));
    }
}
