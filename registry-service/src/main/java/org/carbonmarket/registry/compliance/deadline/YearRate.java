package org.carbonmarket.registry.compliance.deadline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.ComplianceEvent.ComplianceRated;

/**
 * How a year was complied with.
 *
 * @param rate units that met their obligation of all units, in percent with two decimals, half up;
 *     100.00 when nobody has one
 */
record YearRate(
        int year,
        long units,
        long fulfilled,
        long overdue,
        Tonnes obligation,
        Tonnes surrendered,
        Tonnes offset,
        String rate) {

    static String rate(long fulfilled, long units) {
        if (units == 0) {
            return "100.00";
        }
        return BigDecimal.valueOf(fulfilled)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(units), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    ComplianceRated event(OffsetDateTime at) {
        return new ComplianceRated(
                year, units, fulfilled, overdue, obligation, surrendered, offset, rate, at);
    }
}
