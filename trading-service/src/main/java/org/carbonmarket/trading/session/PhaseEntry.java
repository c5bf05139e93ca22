package org.carbonmarket.trading.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.carbonmarket.trading.marketlog.MarketStatus;

/**
 * A phase that was put on the log.
 *
 * @param isRefused whether an earlier day was not cleared then, so that an opening is refused
 * @param since when it was appended, by {@link System#nanoTime()}
 */
record PhaseEntry(DuePhase phase, CompletableFuture<Long> position, boolean isRefused, long since) {

    /** Should a phase be ignored for any other reason, it is tried again after this. */
    private static final long RETRY_NS = TimeUnit.SECONDS.toNanos(60);

    /** Whether the clerk may go on: the phase was entered, or it is time to try it again. */
    boolean isAnswered(MarketStatus status, long now) {
        if (!position.isDone()) {
            return false;
        }
        if (position.isCompletedExceptionally()) {
            return true;
        }
        if (status.position() < position.join()) {
            return false;
        }
        boolean isEntered = phase.day().equals(status.day()) && status.step() > phase.step();
        boolean isCleared = isRefused && status.uncleared() == null;
        return isEntered || isCleared || now - since > RETRY_NS;
    }
}
