package org.carbonmarket.acceptance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.carbonmarket.local.Platform;

/**
 * Kills every process of a platform at random moments of a seed, one after the other, and starts it
 * again. {@code -Dmarket.kills=5} kills each five times, {@code -Dmarket.seed=N} repeats a run.
 */
final class Kills implements AutoCloseable {

    private static final int LONGEST_PAUSE_MILLIS = 4_000;

    private final Platform platform;
    private final Random random;
    private final List<String> victims = new ArrayList<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final CompletableFuture<Void> done = new CompletableFuture<>();

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
