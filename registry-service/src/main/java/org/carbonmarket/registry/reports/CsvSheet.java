package org.carbonmarket.registry.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A report as CSV: UTF-8, a header line, RFC 4180. */
final class CsvSheet implements ReportReader.Sheet {

    /** What a spreadsheet would take a text for a formula by. */
    private static final String FORMULA = "=+-@\t\r";

    private final CSVPrinter printer;

    CsvSheet(PublicReport report, OutputStream out) throws IOException {
        printer =
                new CSVPrinter(
                        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
                        CSVFormat.RFC4180);
        printer.printRecord(report.fields().stream().map(PublicReport.Field::name).toList());
    }

    @Override
    public void row(List<Object> cells) throws IOException {
        printer.printRecord(cells.stream().map(CsvSheet::harmless).toList());
    }

    /** Names are other people's words: none of them runs in the reader's spreadsheet. */
    private static Object harmless(Object cell) {
        return cell instanceof String text
                        && !text.isEmpty()
                        && FORMULA.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : cell;
    }

    @Override
    public void end() throws IOException {
        printer.flush();
    }
}
