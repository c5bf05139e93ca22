package org.carbonmarket.settlement.bank.iso20022;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.events.quantity.Money;

/** Values as the standard writes them. */
final class Values {

    static final String YUAN = "CNY";

    private Values() {}

    /** A decimal that the schema has bounded to 18 digits, two of them after the point. */
    static Money money(String decimal) {
        return Money.ofFen(new BigDecimal(decimal).movePointRight(2).longValueExact());
    }

    /** A choice of day or time; a time without an offset is the market's. */
    static LocalDate day(XmlNode choice) {
        return choice.findText("Dt")
                .map(LocalDate::parse)
                .orElseGet(() -> dayOf(choice.text("DtTm")));
    }

    private static LocalDate dayOf(String time) {
        TemporalAccessor read =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(
                        time, OffsetDateTime::from, LocalDateTime::from);
        return switch (read) {
            case OffsetDateTime at -> at.atZoneSameInstant(BusinessClock.ZONE).toLocalDate();
            case LocalDateTime local -> local.toLocalDate();
            default -> throw new IllegalStateException("the schema lets through the time " + time);
        };
    }
}
