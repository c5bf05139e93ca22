package org.carbonmarket.registry.allocation;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file in UTF-8 with a header, of at most 20,000 lines. A file that cannot be read as a whole
 * has one error and no line; a line with too many or too few columns is an error of its own.
 */
public record CsvFile(List<Line> lines, List<LineError> errors) {

    /** The most lines one file may have. */
    public static final int MOST_LINES = 20_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setTrim(true).setIgnoreEmptyLines(true).get();

    public CsvFile {
        lines = List.copyOf(lines);
        errors = List.copyOf(errors);
    }

    /**
     * One line, with a value for each column.
     *
     * @param number the line of the file, the header being line 1
     */
    public record Line(long number, List<String> values) {

        public Line {
            values = List.copyOf(values);
        }
    }

    /** Reads a file whose header must be these columns. */
    public static CsvFile read(byte[] bytes, List<String> columns) {
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
            return read(parser, columns);
        } catch (IOException impossible) {
            throw new UncheckedIOException("text in memory cannot fail", impossible);
        }
    }

    private static CsvFile read(CSVParser parser, List<String> columns) {
        List<Line> lines = new ArrayList<>();
        List<LineError> errors = new ArrayList<>();
        try {
            for (CSVRecord row : parser) {
                long line = parser.getCurrentLineNumber();
                if (row.getRecordNumber() == 1) {
                    if (!row.toList().equals(columns)) {
                        return refused(
                                1,
                                "CSV_HEADER",
                                "The first line must be " + String.join(",", columns) + ".");
                    }
                } else if (row.getRecordNumber() > MOST_LINES + 1) {
                    return refused(
                            line, "CSV_TOO_LONG", "One file has at most " + MOST_LINES + " units.");
                } else if (row.size() != columns.size()) {
                    errors.add(
                            new LineError(
                                    line,
                                    "",
                                    "COLUMNS_WRONG",
                                    "The line has %d columns, not %d."
                                            .formatted(row.size(), columns.size())));
                } else {
                    lines.add(new Line(line, row.toList()));
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
        boolean empty = lines.isEmpty() && errors.isEmpty();
        return empty ? refused(1, "CSV_EMPTY", "No units.") : new CsvFile(lines, errors);
    }

    private static CsvFile refused(long line, String code, String reason) {
        return new CsvFile(List.of(), List.of(new LineError(line, "", code, reason)));
    }
}
