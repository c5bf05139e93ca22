package org.carbonmarket.trading.session;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.carbonmarket.events.calendar.TradingCalendar;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.trading.calendar.DayPlan;
import org.carbonmarket.trading.marketlog.MarketStatus;

/**
 * The next phase a market should enter by now.
 *
 * @param step which step of the day plan it is, from 0
 */
record DuePhase(LocalDate day, int step, Phase phase) {

    /**
     * A day once begun is always finished, however late, before another begins. A trading day whose
     * close passed before it ever opened is not held.
     */
    static Optional<DuePhase> of(
            MarketStatus status, OffsetDateTime now, TradingCalendar calendar) {
        int steps = DayPlan.STEPS.size();
        LocalDate day = status.day();
        if (day != null && status.step() < steps) {
            return DayPlan.stepsBegun(day, now) > status.step()
                    ? Optional.of(step(day, status.step()))
                    : Optional.empty();
        }
        LocalDate today = now.toLocalDate();
        int begun = DayPlan.stepsBegun(today, now);
        boolean isHeld =
                calendar.isTradingDay(today)
                        && (day == null || day.isBefore(today))
                        && begun > 0
                        && begun < steps;
        return isHeld ? Optional.of(step(today, 0)) : Optional.empty();
    }

    private static DuePhase step(LocalDate day, int step) {
        return new DuePhase(day, step, DayPlan.STEPS.get(step).phase());
    }
}
