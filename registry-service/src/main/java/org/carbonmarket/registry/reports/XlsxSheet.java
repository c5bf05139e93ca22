package org.carbonmarket.registry.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A report as a workbook of one sheet, written while rows come in. */
final class XlsxSheet implements ReportReader.Sheet {

    private static final String APPLICATION = "CarbonMarket";
    private static final String VERSION = "1.0";
    private static final int ROWS_IN_MEMORY = 1_000;

    /** What a sheet can hold, its header included. */
    private static final int GREATEST_ROWS = 1_048_576;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    XlsxSheet(PublicReport report, OutputStream out) {
        workbook = new Workbook(out, APPLICATION, VERSION);
        sheet = workbook.newWorksheet(report.path());
        int column = 0;
        for (PublicReport.Field field : report.fields()) {
            sheet.value(0, column, field.name());
            column++;
        }
    }

    @Override
    public void row(List<Object> cells) throws IOException {
        row++;
        if (row >= GREATEST_ROWS) {
            throw new IOException("a sheet holds no more rows: take the CSV");
        }
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof Long number) {
                sheet.value(row, column, number);
            } else {
                sheet.value(row, column, cells.get(column).toString());
            }
        }
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void end() throws IOException {
        workbook.finish();
    }
}
