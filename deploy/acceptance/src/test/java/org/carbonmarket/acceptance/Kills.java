package org.carbonmarket.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.carbonmarket.local.LaunchDay;
import org.carbonmarket.local.Platform;

/**
 * Kills every process of a platform at random moments of a seed, one after the other, and starts it
 * again. {@code -Dmarket.kills=5} kills each five times, {@code -Dmarket.seed=N} repeats a run.
 */
final class Kills implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int LONGEST_PAUSE_MILLIS = 1_500;

    private final Platform platform;
    private final Random random;
    private final List<String> victims = new ArrayList<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final AtomicInteger begun = new AtomicInteger();

    Kills(Platform platform, long seed) {
        this.platform = platform;
        this.random = new Random(seed);
        int each = Integer.getInteger("market.kills", 1);
        for (int i = 0; i < each; i++) {
            victims.addAll(platform.processes());
        }
        Collections.shuffle(victims, random);
    }

    void begin() {
        next(0);
    }

    /**
     * Holds the day back until its share of the kills has begun, so that all of them fall within
     * trading hours; the trades after it meet the outage.
     */
    void keepPace(int trades) {
        int due = Math.min(victims.size(), victims.size() * trades / LaunchDay.TRADES);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> begun.get() >= due || done.isCompletedExceptionally());
    }

    /** Completes when every kill is done and everything is ready again. */
    CompletableFuture<Void> done() {
        return done;
    }

    private void next(int number) {
        if (number == victims.size()) {
            done.complete(null);
            return;
        }
        var _ =
                executor.schedule(
                        () -> kill(number),
                        random.nextInt(LONGEST_PAUSE_MILLIS),
                        TimeUnit.MILLISECONDS);
    }

    private void kill(int number) {
        try {
            begun.incrementAndGet();
            platform.killAndRestart(victims.get(number));
            platform.awaitReady();
            next(number + 1);
        } catch (RuntimeException failure) {
            done.completeExceptionally(failure);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
