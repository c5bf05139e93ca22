package org.carbonmarket.registry.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.registry.reports.PublicReport.Field;
import org.jspecify.annotations.Nullable;

/** Reads reports a page at a time, or streams them whole. */
@ApplicationScoped
@Transactional
class ReportReader {

    private final Database database;

    ReportReader(Database database) {
        this.database = database;
    }

    /** Takes a report's rows one after the other. */
    interface Sheet {

        void row(List<Object> cells) throws IOException;

        void end() throws IOException;
    }

    /**
     * Which rows are asked for.
     *
     * @param filters columns and what they must be
     */
    record Asked(PublicReport report, Map<Field, String> filters) {

        Asked {
            filters = new LinkedHashMap<>(filters);
        }

        @Nullable Object[] parameters(@Nullable String after, long limit) {
            Field key = report.key();
            String start = after != null ? after : key.isNumber() ? "0" : "";
            List<@Nullable Object> parameters = new ArrayList<>();
            for (int i = 0; i < report.keyParameters(); i++) {
                parameters.add(value(key, "cursor", start));
            }
            filters.forEach((field, text) -> parameters.add(value(field, field.name(), text)));
            parameters.add(limit);
            return parameters.toArray();
        }

        private static Object value(Field field, String name, String text) {
            if (!field.isNumber()) {
                return text;
            }
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException malformed) {
                throw new Refusal(
                        400,
                        "PARAMETER_MALFORMED",
                        name,
                        "The parameter " + name + " is a number.");
            }
        }
    }

    /** A page of rows by column. */
    List<Map<String, Object>> page(Asked asked, @Nullable String after, int limit) {
        return database.query(
                asked.report().select(List.copyOf(asked.filters().keySet())),
                row -> {
                    Map<String, Object> cells = new LinkedHashMap<>();
                    for (Field field : asked.report().fields()) {
                        cells.put(field.name(), cell(row, field));
                    }
                    return cells;
                },
                asked.parameters(after, limit));
    }

    /** Every row, none of them held in memory. */
    void stream(Asked asked, Sheet sheet) throws IOException {
        try {
            database.stream(
                    asked.report().select(List.copyOf(asked.filters().keySet())),
                    row -> write(sheet, cells(row, asked.report())),
                    asked.parameters(null, Long.MAX_VALUE));
            sheet.end();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private static void write(Sheet sheet, List<Object> cells) {
        try {
            sheet.row(cells);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Object> cells(Row row, PublicReport report) throws SQLException {
        List<Object> cells = new ArrayList<>();
        for (Field field : report.fields()) {
            cells.add(cell(row, field));
        }
        return cells;
    }

    private static Object cell(Row row, Field field) throws SQLException {
        return field.isNumber() ? (Object) row.number(field.name()) : row.text(field.name());
    }

    /** Streams as comma-separated values. */
    void csv(Asked asked, OutputStream out) throws IOException {
        stream(asked, new CsvSheet(asked.report(), out));
    }

    /** Streams as a workbook. */
    void xlsx(Asked asked, OutputStream out) throws IOException {
        stream(asked, new XlsxSheet(asked.report(), out));
    }
}
