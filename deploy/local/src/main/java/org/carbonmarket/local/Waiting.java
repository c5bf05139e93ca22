package org.carbonmarket.local;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition with a limit. */
public final class Waiting {

    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long CLOSE_STEP = TimeUnit.MILLISECONDS.toNanos(4);

    private Waiting() {}

    /** Asks again and again until the condition holds; a sentence says what never came. */
    public static void until(String what, Duration patience, BooleanSupplier condition) {
        until(what, patience, STEP, condition);
    }

    /** The same for what comes in milliseconds. */
    public static void closely(String what, Duration patience, BooleanSupplier condition) {
        until(what, patience, CLOSE_STEP, condition);
    }

    private static void until(
            String what, Duration patience, long step, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new PlatformFailure(
                        "Waited %d s, but it never came that %s."
                                .formatted(patience.toSeconds(), what));
            }
            LockSupport.parkNanos(step);
        }
    }

    static void pause() {
        LockSupport.parkNanos(STEP);
    }
}
