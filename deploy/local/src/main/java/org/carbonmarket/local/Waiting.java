package org.carbonmarket.local;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition with a limit. */
final class Waiting {

    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(50);

    private Waiting() {}

    /** Asks again and again until the condition holds; a sentence says what never came. */
    static void until(String what, Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new PlatformFailure(
                        "Waited %d s, but it never came that %s."
                                .formatted(patience.toSeconds(), what));
            }
            pause();
        }
    }

    static void pause() {
        LockSupport.parkNanos(STEP);
    }
}
