package org.carbonmarket.registry.emissions;

/** Life of a report's version (Interim Regulations, Articles 11 and 12). */
enum ReportState {
    /** Waits for the verifier. */
    SUBMITTED,
    /** Confirmed; waits for the provincial authority. */
    VERIFIED,
    /** Sent back by the verifier or the authority; a new version may follow. */
    RETURNED,
    /** The figure that counts, until a later version is approved. */
    APPROVED;

    boolean mayBecome(ReportState next) {
        return switch (this) {
            case SUBMITTED -> next == VERIFIED || next == RETURNED;
            case VERIFIED -> next == APPROVED || next == RETURNED;
            case RETURNED, APPROVED -> false;
        };
    }

    /** Whether somebody still has to say something about it. */
    boolean isUnderReview() {
        return this == SUBMITTED || this == VERIFIED;
    }
}
