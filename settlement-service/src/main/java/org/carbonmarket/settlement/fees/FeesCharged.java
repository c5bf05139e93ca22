package org.carbonmarket.settlement.fees;

import java.util.List;
import org.carbonmarket.events.quantity.Money;

/**
 * Fees charged so far.
 *
 * @param total what the platform's FEES account holds
 * @param days the newest days first, at most 100
 */
record FeesCharged(Money total, List<DayFees> days) {

    FeesCharged {
        days = List.copyOf(days);
    }
}
