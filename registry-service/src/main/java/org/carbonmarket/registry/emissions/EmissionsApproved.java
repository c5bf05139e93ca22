package org.carbonmarket.registry.emissions;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Tonnes;

/** What another feature does when a report is approved, in the transaction of the approval. */
public interface EmissionsApproved {

    void onApproved(ApprovedEmissions approved);

    /**
     * An approved figure.
     *
     * @param version the report's version; a later one replaces the figure of an earlier one
     */
    record ApprovedEmissions(
            AccountId account, int year, int version, Tonnes emissions, OffsetDateTime at) {}
}
