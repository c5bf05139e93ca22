package org.carbonmarket.registry.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of units whose tonnes were decided elsewhere. What can be read is in {@code lines}, what
 * cannot in {@code errors}; both are complete.
 */
record UnitFile(List<AllocationLine> lines, List<LineError> errors) {

    static final List<String> COLUMNS = List.of("unit", "account", "product", "tonnes", "document");

    UnitFile {
        lines = List.copyOf(lines);
        errors = List.copyOf(errors);
    }

    static UnitFile read(byte[] bytes) {
        CsvFile file = CsvFile.read(bytes, COLUMNS);
        Reading reading = new Reading(file.errors());
        file.lines().forEach(reading::take);
        reading.errors.sort(Comparator.comparingLong(LineError::line));
        return new UnitFile(reading.lines, reading.errors);
    }

    /** Collects lines and their errors. */
    private static final class Reading {

        private final List<AllocationLine> lines = new ArrayList<>();
        private final List<LineError> errors;
        private final Map<AllocationLine.Grant, Long> grants = new HashMap<>();

        Reading(List<LineError> errors) {
            this.errors = new ArrayList<>(errors);
        }

        void take(CsvFile.Line line) {
            LineReader reader = new LineReader(line.number(), line.values());
            reader.read().ifPresent(this::add);
            errors.addAll(reader.errors());
        }

        private void add(AllocationLine line) {
            Long earlier = grants.putIfAbsent(line.grant(), line.line());
            if (earlier == null) {
                lines.add(line);
            } else {
                errors.add(
                        new LineError(
                                line.line(),
                                "unit",
                                "UNIT_REPEATED",
                                "Line %d grants %s to %s under the same document."
                                        .formatted(earlier, line.product(), line.unit())));
            }
        }
    }
}
