package org.carbonmarket.registry.allocation;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file of units, in UTF-8 with a header. What can be read is in {@code lines}, what cannot in
 * {@code errors}; both are complete.
 */
record UnitFile(List<AllocationLine> lines, List<LineError> errors) {

    static final List<String> COLUMNS = List.of("unit", "account", "product", "tonnes", "document");

    /** The most units one file may have. */
    static final int MOST_LINES = 20_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setTrim(true).setIgnoreEmptyLines(true).get();

    UnitFile {
        lines = List.copyOf(lines);
        errors = List.copyOf(errors);
    }

    static UnitFile read(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException foreign) {
            return refused(1, "CSV_NOT_UTF8", "The file is not text in UTF-8.");
        }
        if (text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(1);
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            return read(parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException("text in memory cannot fail", impossible);
        }
    }

    private static UnitFile read(CSVParser parser) {
        Reading reading = new Reading();
        long line = 1;
        try {
            for (CSVRecord row : parser) {
                line = parser.getCurrentLineNumber();
                if (row.getRecordNumber() == 1) {
                    if (!row.toList().equals(COLUMNS)) {
                        return refused(
                                1,
                                "CSV_HEADER",
                                "The first line must be " + String.join(",", COLUMNS) + ".");
                    }
                } else if (row.getRecordNumber() > MOST_LINES + 1) {
                    return refused(
                            line, "CSV_TOO_LONG", "One file has at most " + MOST_LINES + " units.");
                } else {
                    reading.take(line, row);
                }
            }
        } catch (UncheckedIOException malformed) {
            if (!(malformed.getCause() instanceof CSVException)) {
                throw malformed;
            }
            return refused(
                    parser.getCurrentLineNumber(),
                    "CSV_MALFORMED",
                    "The file is not CSV from here on: a quote is open or misplaced.");
        }
        return reading.file();
    }

    private static UnitFile refused(long line, String code, String reason) {
        return new UnitFile(List.of(), List.of(new LineError(line, "", code, reason)));
    }

    /** Collects lines and their errors. */
    private static final class Reading {

        private final List<AllocationLine> lines = new ArrayList<>();
        private final List<LineError> errors = new ArrayList<>();
        private final Map<AllocationLine.Grant, Long> grants = new HashMap<>();
        private boolean anyRow;

        void take(long line, CSVRecord row) {
            anyRow = true;
            if (row.size() != COLUMNS.size()) {
                errors.add(
                        new LineError(
                                line,
                                "",
                                "COLUMNS_WRONG",
                                "The line has %d columns, not %d."
                                        .formatted(row.size(), COLUMNS.size())));
                return;
            }
            LineReader reader = new LineReader(line, row.toList());
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

        UnitFile file() {
            return anyRow ? new UnitFile(lines, errors) : refused(1, "CSV_EMPTY", "No units.");
        }
    }
}
