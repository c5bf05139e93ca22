package org.carbonmarket.local.replay.record;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonmarket.events.calendar.TradingCalendar;
import org.carbonmarket.events.quantity.Price;
import org.jspecify.annotations.Nullable;

/** Reads a record and tells every line of it that cannot be right, before anything is replayed. */
public final class RecordChecker {

    /** The reference of the national market's first product (notice of 2021-06-22). */
    private static final Price AT_LAUNCH = Price.ofYuan("48.00");

    private final TradingCalendar calendar;

    public RecordChecker(TradingCalendar calendar) {
        this.calendar = calendar;
    }

    /** What became of a file. */
    public sealed interface Verdict {

        /** Nothing speaks against it. */
        record Right(MarketRecord record) implements Verdict {}

        /** Lines that cannot be right, in the file's order. */
        record Wrong(List<Fault> faults) implements Verdict {

            public Wrong {
                faults = List.copyOf(faults);
            }
        }
    }

    /** Reads and checks a record. */
    public Verdict check(Reader csv) throws IOException {
        RecordReader.Reading reading = RecordReader.read(csv);
        List<RecordRow> rows = reading.rows();
        Set<Fault> faults = new TreeSet<>(reading.faults());
        Set<RecordRow.Key> faulty = new HashSet<>(reading.unreadable());
        Map<LocalDate, RecordRow> composites =
                rows.stream()
                        .filter(RecordRow::isComposite)
                        .collect(Collectors.toMap(RecordRow::day, row -> row, (a, _) -> a));
        for (RecordRow row : rows) {
            if (!row.isComposite()) {
                note(
                        RowRules.faultsOf(row, reference(row, composites), calendar),
                        row,
                        faults,
                        faulty);
            }
        }
        List<Fault> ofTheSeries = SeriesRules.faultsOf(rows, calendar, faulty);
        faults.addAll(ofTheSeries);
        checkComposites(rows, composites, faults, spoiltDays(rows, faulty, ofTheSeries));
        return faults.isEmpty()
                ? new Verdict.Right(new MarketRecord(rows))
                : new Verdict.Wrong(new ArrayList<>(faults));
    }

    /** Products come first: a composite's sum is not to blame for a product's fault. */
    private static void checkComposites(
            List<RecordRow> rows,
            Map<LocalDate, RecordRow> composites,
            Set<Fault> faults,
            Set<LocalDate> spoilt) {
        Map<LocalDate, List<RecordRow>> products = new HashMap<>();
        rows.stream()
                .filter(row -> !row.isComposite())
                .forEach(row ->
                        products.computeIfAbsent(row.day(), _ -> new ArrayList<>()).add(row));
        composites.forEach((day, row) -> {
            if (!spoilt.contains(day)) {
                faults.addAll(CompositeRules.faultsOf(row, products.getOrDefault(day, List.of())));
            }
        });
    }

    private static Set<LocalDate> spoiltDays(
            List<RecordRow> rows, Set<RecordRow.Key> faulty, List<Fault> ofTheSeries) {
        Set<Long> lines = ofTheSeries.stream().map(Fault::line).collect(Collectors.toSet());
        return Stream.concat(
                        faulty.stream().map(RecordRow.Key::day),
                        rows.stream().filter(row -> lines.contains(row.line())).map(RecordRow::day))
                .collect(Collectors.toSet());
    }

    private static void note(
            List<Fault> found, RecordRow row, Set<Fault> faults, Set<RecordRow.Key> faulty) {
        if (!found.isEmpty()) {
            faults.addAll(found);
            faulty.add(row.key());
        }
    }

    /** On its first day a product's limits go by the composite of the day before. */
    private static @Nullable Price reference(RecordRow row, Map<LocalDate, RecordRow> composites) {
        if (row.previousClose() != null) {
            return row.previousClose();
        }
        RecordRow composite = composites.get(row.day());
        if (composite != null && composite.previousClose() != null) {
            return composite.previousClose();
        }
        boolean isLaunch =
                row.total().equals(row.cumulative())
                        && composites.keySet().stream().noneMatch(day -> day.isBefore(row.day()));
        return isLaunch ? AT_LAUNCH : null;
    }
}
