package org.carbonmarket.local.replay.record;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carbonmarket.events.quantity.Price;
import org.jspecify.annotations.Nullable;

/**
 * A record without a line that cannot be right.
 *
 * @param rows by day, then in the file's order
 */
public record MarketRecord(List<RecordRow> rows) {

    public MarketRecord {
        rows = List.copyOf(rows);
    }

    /** The days, ascending, with their products' rows; composites are left out. */
    public NavigableMap<LocalDate, List<RecordRow>> days() {
        return rows.stream()
                .filter(row -> !row.isComposite())
                .collect(
                        Collectors.groupingBy(
                                RecordRow::day, TreeMap::new, Collectors.toUnmodifiableList()));
    }

    /** The composite's close of the day before, where the day's line tells it. */
    public @Nullable Price compositeBefore(LocalDate day) {
        return rows.stream()
                .filter(row -> row.isComposite() && row.day().equals(day))
                .findFirst()
                .map(RecordRow::previousClose)
                .orElse(null);
    }
}
