package org.carbonmarket.local.replay;

import java.time.Duration;
import java.time.LocalDate;

/**
 * How fast a replay goes.
 *
 * @param before days that an earlier run had replayed
 * @param days days there are
 */
record Pace(int before, int days) {

    /**
     * A line of progress.
     *
     * @param done days replayed by now, those before included
     * @param elapsed since this run's first day began
     */
    String line(LocalDate day, int done, Duration elapsed) {
        long millis = Math.max(1, elapsed.toMillis());
        long here = (long) done - before;
        long hundredths = here * 100_000L / millis;
        long left = here == 0 ? 0 : ((long) days - done) * millis / here / 1_000;
        return "%s  day %,d of %,d, %d.%02d days/s, %d:%02d left"
                .formatted(
                        day, done, days, hundredths / 100, hundredths % 100, left / 60, left % 60);
    }
}
