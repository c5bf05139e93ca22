package org.carbonmarket.local.replay.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonmarket.events.calendar.TradingCalendar;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.jspecify.annotations.Nullable;

/**
 * What must hold from line to line: order, whole days, and that previous closes and cumulative
 * figures go on from the line before. A line is never blamed for another line's fault.
 */
final class SeriesRules {

    private final TradingCalendar calendar;
    private final Set<RecordRow.Key> faulty;
    private final Map<ProductCode, RecordRow> newest = new HashMap<>();
    private final Map<ProductCode, Turnover> sums = new HashMap<>();
    private final Set<RecordRow.Key> seen = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private @Nullable LocalDate dayBefore;
    private @Nullable LocalDate day;
    private @Nullable RecordRow last;

    private SeriesRules(TradingCalendar calendar, Set<RecordRow.Key> faulty) {
        this.calendar = calendar;
        this.faulty = faulty;
    }

    /**
     * The faults of all lines together.
     *
     * @param faulty the lines that are known to be wrong already
     */
    static List<Fault> faultsOf(
            List<RecordRow> rows, TradingCalendar calendar, Set<RecordRow.Key> faulty) {
        SeriesRules rules = new SeriesRules(calendar, faulty);
        rows.forEach(rules::check);
        rules.requireWholeDay();
        return rules.faults;
    }

    private void check(RecordRow row) {
        if (!seen.add(row.key())) {
            fault(row, Column.INSTRUMENT, row.product() + " has a line of this day already");
            return;
        }
        if (day != null && row.day().isBefore(day)) {
            fault(row, Column.TRADE_DATE, "the day comes after " + day);
            return;
        }
        if (!row.day().equals(day)) {
            requireWholeDay();
            dayBefore = followsDirectly(row) ? day : null;
            day = row.day();
        }
        RecordRow before = newest.put(row.product(), row);
        last = row;
        if (before == null) {
            checkFirst(row);
        } else if (before.day().equals(dayBefore)) {
            checkPreviousClose(row, before);
            checkCumulative(row, before);
        } else {
            // A line between them is missing or cannot be read, which is told already.
            sums.put(row.product(), row.cumulative());
        }
    }

    /** Every product that was there before has a line on each later day. */
    private void requireWholeDay() {
        LocalDate closed = day;
        RecordRow closing = last;
        if (closed == null || closing == null) {
            return;
        }
        newest.forEach((product, row) -> {
            if (row.day().isBefore(closed)
                    && seen.add(new RecordRow.Key(closed, product))
                    && !faulty.contains(new RecordRow.Key(closed, product))) {
                fault(
                        closing,
                        Column.INSTRUMENT,
                        "%s has no line of %s".formatted(product, closed));
            }
        });
    }

    /** Nothing goes on from a line before a trading day that is left out. */
    private boolean followsDirectly(RecordRow row) {
        if (day == null) {
            return true;
        }
        LocalDate missing = day.plusDays(1);
        while (missing.isBefore(row.day()) && !calendar.isTradingDay(missing)) {
            missing = missing.plusDays(1);
        }
        boolean follows = !missing.isBefore(row.day());
        if (!follows) {
            fault(row, Column.TRADE_DATE, "the trading day %s is left out".formatted(missing));
        }
        return follows;
    }

    private void checkPreviousClose(RecordRow row, RecordRow before) {
        if (row.isComposite() || faulty.contains(before.key())) {
            return;
        }
        Price close = before.quoted().close();
        if (!close.equals(row.previousClose())) {
            fault(row, Column.PREV_CLOSE, "the close of %s was %s".formatted(before.day(), close));
        }
    }

    /** A record may begin in the midst of a product's life. */
    private void checkFirst(RecordRow row) {
        sums.put(row.product(), row.cumulative());
        boolean isPart =
                row.total().tonnes() <= row.cumulative().tonnes()
                        && row.total().fen() <= row.cumulative().fen();
        boolean isWhole = row.previousClose() != null || row.total().equals(row.cumulative());
        if (!isPart) {
            fault(row, Column.HIST_VOLUME_T, "the day alone is more than all days together");
        } else if (!isWhole && !row.isComposite()) {
            fault(row, Column.HIST_VOLUME_T, "a first day is all days together");
        }
    }

    /** Goes on from what the line before states or, should that be wrong, from what it should. */
    private void checkCumulative(RecordRow row, RecordRow before) {
        Turnover stated = before.cumulative().plus(row.total());
        Turnover sum = sums.getOrDefault(row.product(), before.cumulative()).plus(row.total());
        boolean isRight = row.cumulative().equals(stated) || row.cumulative().equals(sum);
        sums.put(row.product(), isRight ? row.cumulative() : sum);
        if (isRight || faulty.contains(row.key())) {
            return;
        }
        if (sum.tonnes() != row.cumulative().tonnes()) {
            fault(
                    row,
                    Column.HIST_VOLUME_T,
                    "with this day the volumes add up to %d, not %d"
                            .formatted(sum.tonnes(), row.cumulative().tonnes()));
        }
        if (sum.fen() != row.cumulative().fen()) {
            fault(
                    row,
                    Column.HIST_AMOUNT_CNY,
                    "with this day the amounts add up to %s, not %s"
                            .formatted(
                                    Money.ofFen(sum.fen()), Money.ofFen(row.cumulative().fen())));
        }
    }

    private void fault(RecordRow row, Column column, String reason) {
        faults.add(column.fault(row.line(), reason));
    }
}
