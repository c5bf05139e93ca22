package org.carbonmarket.local.replay;

import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Tells every few seconds how far a replay has come, how fast it goes and how long it will take.
 */
final class Pace {

    private static final long SPOKEN_EVERY_NS = Duration.ofSeconds(5).toNanos();
    private static final long NANOS_PER_MILLI = Duration.ofMillis(1).toNanos();

    private final long days;
    private final LongSupplier nanos;
    private final Consumer<String> progress;
    private boolean isBegun;
    private long begun;
    private long spoken;
    private long kept;
    private long lived;

    /**
     * A pace that has not begun.
     *
     * @param days all days of the replay
     * @param nanos such as {@link System#nanoTime()}
     */
    Pace(int days, LongSupplier nanos, Consumer<String> progress) {
        this.days = days;
        this.nanos = nanos;
        this.progress = progress;
    }

    /** A day is there from an earlier run: it is no measure of this one's speed. */
    void kept() {
        kept++;
    }

    /** The first day is about to open. */
    void begin() {
        if (!isBegun) {
            isBegun = true;
            begun = nanos.getAsLong();
            spoken = begun;
        }
    }

    /** A day is over. */
    void lived(LocalDate day) {
        lived++;
        long now = nanos.getAsLong();
        if (now - spoken >= SPOKEN_EVERY_NS || kept + lived == days) {
            spoken = now;
            progress.accept(line(day, Math.max(1, (now - begun) / NANOS_PER_MILLI)));
        }
    }

    private String line(LocalDate day, long millis) {
        long hundredths = lived * 100_000 / millis;
        long left = (days - kept - lived) * millis / lived / 1_000;
        return "%s  day %,d of %,d, %d.%02d days/s, %d:%02d left"
                .formatted(
                        day,
                        kept + lived,
                        days,
                        hundredths / 100,
                        hundredths % 100,
                        left / 60,
                        left % 60);
    }
}
