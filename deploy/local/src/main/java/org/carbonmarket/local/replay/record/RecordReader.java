package org.carbonmarket.local.replay.record;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a record's lines: what can be read as rows, and a fault for each value that has not the
 * form of its column.
 */
final class RecordReader {

    private static final String MARK = "\uFEFF";
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT
                    .builder()
                    .setHeader(headings().toArray(String[]::new))
                    .setIgnoreEmptyLines(false)
                    .setTrim(true)
                    .get();

    private final List<RecordRow> rows = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<RecordRow.Key> unreadable = new HashSet<>();

    private RecordReader() {}

    /**
     * What a file says.
     *
     * @param rows the lines that could be read
     * @param faults of those that could not
     * @param unreadable the days and products of those, where they can be told
     */
    record Reading(List<RecordRow> rows, List<Fault> faults, Set<RecordRow.Key> unreadable) {

        Reading {
            rows = List.copyOf(rows);
            faults = List.copyOf(faults);
            unreadable = Set.copyOf(unreadable);
        }
    }

    static Reading read(Reader csv) throws IOException {
        RecordReader reader = new RecordReader();
        try (CSVParser lines = CSVParser.parse(csv, FORMAT)) {
            reader.read(lines);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        return new Reading(reader.rows, reader.faults, reader.unreadable);
    }

    private void read(CSVParser lines) {
        boolean hasHeading = false;
        for (CSVRecord line : lines) {
            if (hasHeading) {
                readRow(line);
            } else if (!isHeading(line)) {
                faults.add(
                        Column.TRADE_DATE.fault(
                                1, "the heading must be " + String.join(",", headings())));
                return;
            }
            hasHeading = true;
        }
        if (!hasHeading) {
            faults.add(Column.TRADE_DATE.fault(1, "the file is empty"));
        } else if (rows.isEmpty() && faults.isEmpty()) {
            faults.add(Column.TRADE_DATE.fault(1, "there are no lines below the heading"));
        }
    }

    private static boolean isHeading(CSVRecord line) {
        List<String> found = new ArrayList<>(line.toList());
        found.set(0, found.getFirst().replace(MARK, ""));
        return found.equals(headings());
    }

    private static List<String> headings() {
        return Arrays.stream(Column.values()).map(Column::heading).toList();
    }

    private void readRow(CSVRecord line) {
        boolean isBlank = line.size() == 1 && line.get(0).isEmpty();
        if (isBlank) {
            return;
        }
        if (line.size() != Column.values().length) {
            faults.add(
                    Column.TRADE_DATE.fault(
                            line.getRecordNumber(),
                            "the line has %d columns, not %d"
                                    .formatted(line.size(), Column.values().length)));
            return;
        }
        RowReader row = new RowReader(line);
        Optional<RecordRow> read = row.read();
        faults.addAll(row.faults());
        read.ifPresentOrElse(rows::add, () -> row.key().ifPresent(unreadable::add));
    }
}
