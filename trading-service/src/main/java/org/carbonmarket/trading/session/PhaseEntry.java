package org.carbonmarket.trading.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.carbonmarket.trading.marketlog.MarketStatus;

/**
 * A phase that was put on the log.
 *
 * @param clearings how many clearings the engine had taken up by then
 * @param since when it was appended, by {@link System#nanoTime()}
 */
record PhaseEntry(DuePhase phase, CompletableFuture<Long> position, long clearings, long since) {

    /** An opening that was refused is tried again after this, or at the next clearing. */
    private static final long RETRY_NS = TimeUnit.SECONDS.toNanos(5);

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
        return isEntered || status.clearings() != clearings || now - since > RETRY_NS;
    }
}
