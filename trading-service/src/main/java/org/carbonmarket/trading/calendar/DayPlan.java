package org.carbonmarket.trading.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.events.trading.Phase;

/**
 * The phases of a trading day (notice of 2021-06-22: listed trading 09:30-11:30 and 13:00-15:00,
 * Asia/Shanghai).
 */
public final class DayPlan {

    /** A phase and when it begins. */
    public record Step(Phase phase, LocalTime from) {}

    /** The course of every trading day, in order. */
    public static final List<Step> STEPS =
            List.of(
                    new Step(Phase.PRE_OPEN, LocalTime.of(9, 15)),
                    new Step(Phase.OPEN, LocalTime.of(9, 30)),
                    new Step(Phase.BREAK, LocalTime.of(11, 30)),
                    new Step(Phase.OPEN, LocalTime.of(13, 0)),
                    new Step(Phase.CLOSED, LocalTime.of(15, 0)));

    private DayPlan() {}

    /** How many steps of {@code day} have begun at {@code now}: 0 to the number of steps. */
    public static int stepsBegun(LocalDate day, OffsetDateTime now) {
        if (now.toLocalDate().isAfter(day)) {
            return STEPS.size();
        }
        if (now.toLocalDate().isBefore(day)) {
            return 0;
        }
        LocalTime time = now.toLocalTime();
        return (int) STEPS.stream().filter(step -> !step.from().isAfter(time)).count();
    }
}
