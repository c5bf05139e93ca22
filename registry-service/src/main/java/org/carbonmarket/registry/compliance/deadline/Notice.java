package org.carbonmarket.registry.compliance.deadline;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.ComplianceEvent.ShortfallNoticed;
import org.jspecify.annotations.Nullable;

/**
 * Tells a unit that it missed the deadline (Interim Regulations, Article 24).
 *
 * @param averagePrice of allowances in the month before the deadline, absent when none was traded
 * @param deductionYear whose allocation is cut if the unit stays short, absent when the rules in
 *     force deduct no more
 */
record Notice(
        String notice,
        AccountId account,
        int year,
        Tonnes shortfall,
        @Nullable Price averagePrice,
        @Nullable Money fineFrom,
        @Nullable Money fineTo,
        @Nullable Integer deductionYear,
        OffsetDateTime at) {

    long number() {
        return Long.parseLong(notice.substring("NT-".length()));
    }

    ShortfallNoticed event() {
        return new ShortfallNoticed(
                notice,
                account,
                year,
                shortfall,
                averagePrice,
                fineFrom,
                fineTo,
                deductionYear,
                at);
    }
}
