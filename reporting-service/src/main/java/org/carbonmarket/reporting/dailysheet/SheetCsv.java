package org.carbonmarket.reporting.dailysheet;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Daily sheets as CSV (RFC 4180): a line of names, then one line per sheet. No value needs quotes:
 * codes, days, numbers and decimals carry neither comma nor quote.
 */
final class SheetCsv {

    private static final String LINE_END = "\r\n";
    private static final String NAMES =
            "market,day,product,state,previousClose,open,high,low,close,change,changePercent,"
                    + "trades,volume,amount,listedVolume,listedAmount,blockVolume,blockAmount,"
                    + "auctionVolume,auctionAmount";

    private SheetCsv() {}

    static String of(List<DailySheet> sheets) {
        return sheets.stream()
                .map(SheetCsv::line)
                .collect(Collectors.joining("", NAMES + LINE_END, ""));
    }

    private static String line(DailySheet sheet) {
        return Stream.of(
                                sheet.market(),
                                sheet.day(),
                                sheet.product(),
                                sheet.state(),
                                written(sheet.previousClose()),
                                written(sheet.open()),
                                written(sheet.high()),
                                written(sheet.low()),
                                written(sheet.close()),
                                written(sheet.change()),
                                written(sheet.changePercent()),
                                sheet.trades(),
                                sheet.volume(),
                                sheet.amount(),
                                sheet.listed().volume(),
                                sheet.listed().amount(),
                                sheet.block().volume(),
                                sheet.block().amount(),
                                sheet.auction().volume(),
                                sheet.auction().amount())
                        .map(Object::toString)
                        .collect(Collectors.joining(","))
                + LINE_END;
    }

    private static String written(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
