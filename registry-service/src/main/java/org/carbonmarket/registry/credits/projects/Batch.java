package org.carbonmarket.registry.credits.projects;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.credits.serial.SerialRange;
import org.carbonmarket.registry.products.CreditProduct;
import org.jspecify.annotations.Nullable;

/**
 * The credits of one monitoring period (CCER Measures, Chapter 4).
 *
 * @param vintage the year the monitoring period ends in
 * @param document the reference of the verification report
 * @param serials absent until issued, as are approver, time and posting
 */
record Batch(
        String batch,
        String project,
        long number,
        int vintage,
        LocalDate periodFrom,
        LocalDate periodTo,
        Tonnes tonnes,
        String document,
        State state,
        String proposedBy,
        OffsetDateTime proposedAt,
        @Nullable String approvedBy,
        @Nullable OffsetDateTime issuedAt,
        @Nullable SerialRange serials,
        @Nullable Long posting) {

    /** Proposed by one person, issued on another's approval. */
    enum State {
        PROPOSED,
        ISSUED
    }

    CreditProduct product() {
        return new CreditProduct(project, vintage);
    }

    Batch issued(String approver, OffsetDateTime at, SerialRange range, long number) {
        return new Batch(
                batch,
                project,
                this.number,
                vintage,
                periodFrom,
                periodTo,
                tonnes,
                document,
                State.ISSUED,
                proposedBy,
                proposedAt,
                approver,
                at,
                range,
                number);
    }
}
