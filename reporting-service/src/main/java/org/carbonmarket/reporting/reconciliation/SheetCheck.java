package org.carbonmarket.reporting.reconciliation;

import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.reporting.dailysheet.DailySheet;
import org.carbonmarket.reporting.dailysheet.SheetRow;

/** Whether the sheet that the trades make is the sheet that the close states. */
final class SheetCheck {

    private SheetCheck() {}

    /** Compares a closed sheet of a day all of whose trades are folded in. */
    static List<Finding> findings(SheetRow row) {
        DailySheet stated = row.stated();
        List<Finding> findings = new ArrayList<>();
        if (stated != null) {
            String expected = figures(stated);
            String found = figures(row.folded());
            if (!expected.equals(found)) {
                findings.add(
                        Finding.certain(
                                Invariant.I4,
                                "sheet of %s in %s on %s"
                                        .formatted(stated.product(), stated.market(), stated.day()),
                                expected,
                                found,
                                "open|high|low|close|trades|volume|amount|listed volume|amount"));
            }
        }
        return findings;
    }

    private static String figures(DailySheet sheet) {
        return Texts.of(
                sheet.open() == null ? "" : sheet.open(),
                sheet.high() == null ? "" : sheet.high(),
                sheet.low() == null ? "" : sheet.low(),
                sheet.close() == null ? "" : sheet.close(),
                sheet.trades(),
                sheet.volume(),
                sheet.amount(),
                sheet.listed().volume(),
                sheet.listed().amount());
    }
}
