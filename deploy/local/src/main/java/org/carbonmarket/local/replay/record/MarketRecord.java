package org.carbonmarket.local.replay.record;

import java.time.LocalDate;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
    public SequencedMap<LocalDate, List<RecordRow>> days() {
        return rows.stream()
                .filter(row -> !row.isComposite())
                .collect(
                        Collectors.groupingBy(
                                RecordRow::day, TreeMap::new, Collectors.toUnmodifiableList()));
    }
}
