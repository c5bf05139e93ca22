package org.carbonmarket.reporting.cumulative;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.reporting.dailysheet.DailySheet;
import org.jspecify.annotations.Nullable;

/**
 * A market's volume and amount since launch, all products and methods together.
 *
 * @param since the first day with a sheet, absent before it
 * @param days what each day brought and what it came to by then, in order
 */
public record Cumulative(
        Market market,
        @Nullable LocalDate since,
        long trades,
        Tonnes volume,
        Money amount,
        List<Day> days) {

    public Cumulative {
        days = List.copyOf(days);
    }

    /** One day: its own figures, and the sums up to and with it. */
    public record Day(
            LocalDate day,
            long trades,
            Tonnes volume,
            Money amount,
            Tonnes cumulativeVolume,
            Money cumulativeAmount) {

        private Day plus(DailySheet sheet) {
            return new Day(
                    day,
                    Math.addExact(trades, sheet.trades()),
                    volume.plus(sheet.volume()),
                    amount.plus(sheet.amount()),
                    cumulativeVolume.plus(sheet.volume()),
                    cumulativeAmount.plus(sheet.amount()));
        }

        private Day next(LocalDate following) {
            return new Day(
                    following, 0, Tonnes.ZERO, Money.ZERO, cumulativeVolume, cumulativeAmount);
        }
    }

    /**
     * Adds up a market's sheets.
     *
     * @param sheets of this market, by day
     */
    static Cumulative of(Market market, List<DailySheet> sheets) {
        List<Day> days = new ArrayList<>();
        long trades = 0;
        for (DailySheet sheet : sheets) {
            if (days.isEmpty()) {
                days.add(new Day(sheet.day(), 0, Tonnes.ZERO, Money.ZERO, Tonnes.ZERO, Money.ZERO));
            } else if (!days.getLast().day().equals(sheet.day())) {
                days.add(days.getLast().next(sheet.day()));
            }
            days.set(days.size() - 1, days.getLast().plus(sheet));
            trades = Math.addExact(trades, sheet.trades());
        }
        return days.isEmpty()
                ? new Cumulative(market, null, 0, Tonnes.ZERO, Money.ZERO, days)
                : new Cumulative(
                        market,
                        days.getFirst().day(),
                        trades,
                        days.getLast().cumulativeVolume(),
                        days.getLast().cumulativeAmount(),
                        days);
    }
}
