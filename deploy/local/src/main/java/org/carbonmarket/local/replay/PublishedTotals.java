package org.carbonmarket.local.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.carbonmarket.events.calendar.TradingCalendar;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.local.replay.record.Turnover;

/**
 * A total that the trading institution published.
 *
 * @param from the first day, inclusive
 * @param to the last day, inclusive
 */
record PublishedTotals(String period, LocalDate from, LocalDate to, Turnover turnover) {

    private static final String RESOURCE = "/replay/published-totals.csv";

    /** Those that ship with the project. */
    static List<PublishedTotals> shipped() {
        try (InputStream in = PublishedTotals.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + RESOURCE);
            }
            CSVFormat format =
                    CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
            try (CSVParser lines =
                    CSVParser.parse(new InputStreamReader(in, StandardCharsets.UTF_8), format)) {
                return lines.stream()
                        .map(line ->
                                new PublishedTotals(
                                        line.get("period"),
                                        LocalDate.parse(line.get("from")),
                                        LocalDate.parse(line.get("to")),
                                        new Turnover(
                                                Long.parseLong(line.get("tonnes")),
                                                Money.ofYuan(line.get("yuan")).fen())))
                        .toList();
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Whether all trading days of the period lie between two days. */
    boolean isWithin(LocalDate first, LocalDate last, TradingCalendar calendar) {
        return from.datesUntil(to.plusDays(1))
                .filter(calendar::isTradingDay)
                .allMatch(day -> !day.isBefore(first) && !day.isAfter(last));
    }
}
