package org.carbonmarket.settlement.bank.references;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Where the bank contradicted itself or the ledger. Nothing was booked for it.
 *
 * @param expected what stands, in words
 * @param received what came instead
 * @param source the message that said so, or who brought it
 * @param foundAt when it came first
 * @param times how often it came
 * @param resolution what an operator found out with the bank; null while it is open
 */
public record Discrepancy(
        long number,
        Kind kind,
        String bankReference,
        String expected,
        String received,
        String source,
        OffsetDateTime foundAt,
        long times,
        @Nullable OffsetDateTime resolvedAt,
        @Nullable String resolvedBy,
        @Nullable String resolution) {

    /** What sort of contradiction it is. */
    public enum Kind {
        /** A reference came again with another account, amount or direction. */
        REFERENCE_CHANGED,
        /** A payment order's final status came again as another one. */
        STATUS_CHANGED,
        /** Another end-of-day statement came for a day that has one. */
        STATEMENT_CHANGED
    }

    /** A contradiction as it is found. */
    public record Found(
            Kind kind, String bankReference, String expected, String received, String source) {}
}
