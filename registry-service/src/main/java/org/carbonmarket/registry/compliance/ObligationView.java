package org.carbonmarket.registry.compliance;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.ComplianceEvent.ComplianceState;

/** An obligation as it is shown. */
record ObligationView(
        AccountId account,
        int year,
        ComplianceState state,
        Tonnes verifiedEmissions,
        Tonnes obligation,
        Tonnes surrendered,
        Tonnes offset,
        Tonnes deducted,
        Tonnes remaining,
        LocalDate deadline,
        OffsetDateTime changedAt) {

    static ObligationView of(Obligation obligation) {
        return new ObligationView(
                obligation.account(),
                obligation.year(),
                obligation.state(),
                obligation.verifiedEmissions(),
                obligation.obligation(),
                obligation.surrendered(),
                obligation.offset(),
                obligation.deducted(),
                obligation.remaining(),
                obligation.deadline(),
                obligation.at());
    }
}
