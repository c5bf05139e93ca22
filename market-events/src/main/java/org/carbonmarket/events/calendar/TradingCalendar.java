package org.carbonmarket.events.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which days are trading days (Trading Rules, Article 16): Monday to Friday but for public
 * holidays. A weekend day that is worked to make up for a holiday is no trading day.
 */
public final class TradingCalendar {

    private static final String RESOURCE = "/calendar/CN.csv";

    private final Set<LocalDate> holidays;

    private TradingCalendar(Set<LocalDate> holidays) {
        this.holidays = holidays;
    }

    /** The calendar of the national market, which the regional pilots keep as well. */
    public static TradingCalendar national() {
        try (InputStream resource = TradingCalendar.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("no calendar at " + RESOURCE);
            }
            return read(resource);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads lines of first day, last day, name; lines that begin with # are comments. */
    static TradingCalendar read(InputStream csv) {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8));
        return new TradingCalendar(
                reader.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .flatMap(TradingCalendar::daysOf)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<LocalDate> daysOf(String line) {
        List<String> columns = List.of(line.split(",", -1));
        if (columns.size() != 3) {
            throw new IllegalArgumentException("not first day, last day, name: " + line);
        }
        LocalDate first = LocalDate.parse(columns.get(0));
        LocalDate last = LocalDate.parse(columns.get(1));
        return first.datesUntil(last.plusDays(1));
    }

    public boolean isTradingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }
}
