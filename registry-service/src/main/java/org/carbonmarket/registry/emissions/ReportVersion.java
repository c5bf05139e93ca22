package org.carbonmarket.registry.emissions;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Tonnes;
import org.jspecify.annotations.Nullable;

/**
 * One version of an entity's report of a year. Every version is kept.
 *
 * @param version counts the versions from 1
 * @param emissions the report's total
 * @param remark what the verifier or the authority wrote last
 */
record ReportVersion(
        AccountId account,
        int year,
        int version,
        ReportState state,
        Tonnes emissions,
        EmissionsReport report,
        String submittedBy,
        OffsetDateTime submittedAt,
        @Nullable String verifiedBy,
        @Nullable OffsetDateTime verifiedAt,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String remark) {

    /** What a list shows of it. */
    Line line() {
        return new Line(account, year, version, state, emissions, submittedAt);
    }

    /** A version without its figures by month. */
    record Line(
            AccountId account,
            int year,
            int version,
            ReportState state,
            Tonnes emissions,
            OffsetDateTime submittedAt) {}
}
