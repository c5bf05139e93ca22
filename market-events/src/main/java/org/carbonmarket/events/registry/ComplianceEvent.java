package org.carbonmarket.events.registry;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.topic.PublishedEvent;

/** A key emitting unit's yearly duty to surrender allowances for its verified emissions. */
public sealed interface ComplianceEvent extends PublishedEvent {

    AccountId account();

    int year();

    @Override
    default String key() {
        return account().value();
    }

    /** States of an obligation. */
    enum ComplianceState {
        OPEN,
        PARTLY_SURRENDERED,
        FULFILLED,
        OVERDUE
    }

    /** The whole state of one unit's obligation for one year after a change. */
    record ObligationRecorded(
            AccountId account,
            int year,
            Tonnes verifiedEmissions,
            Tonnes obligation,
            Tonnes surrendered,
            Tonnes offset,
            ComplianceState state,
            OffsetDateTime at)
            implements ComplianceEvent {}

    /** Allowances left the market for good against a year's obligation. */
    record AllowancesSurrendered(
            long posting,
            AccountId account,
            int year,
            ProductCode product,
            Tonnes tonnes,
            OffsetDateTime at)
            implements ComplianceEvent {}
}
