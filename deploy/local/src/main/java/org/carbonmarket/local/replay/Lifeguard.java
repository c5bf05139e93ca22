package org.carbonmarket.local.replay;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.carbonmarket.local.Platform;
import org.carbonmarket.local.PlatformFailure;

/**
 * Starts every process of the platform again that dies, whoever killed it, and on request kills one
 * at random now and then itself. The replay needs no word of it: it asks again until it is
 * answered.
 */
final class Lifeguard implements AutoCloseable {

    private static final long LOOK_EVERY_MS = 200;

    private final Platform platform;
    private final Consumer<String> progress;
    private final Random random = new Random();
    private final AtomicInteger deaths = new AtomicInteger();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("lifeguard").daemon().factory());

    private Lifeguard(Platform platform, Consumer<String> progress) {
        this.platform = platform;
        this.progress = progress;
    }

    /**
     * Begins to watch.
     *
     * @param killEvery how often to kill a random process; zero for never
     */
    static Lifeguard over(Platform platform, Duration killEvery, Consumer<String> progress) {
        Lifeguard guard = new Lifeguard(platform, progress);
        var _ =
                guard.watch.scheduleWithFixedDelay(
                        guard::revive, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        if (killEvery.isPositive()) {
            long every = killEvery.toSeconds();
            var _ = guard.watch.scheduleAtFixedRate(guard::killOne, every, every, TimeUnit.SECONDS);
        }
        return guard;
    }

    /** How many processes died so far. */
    int deaths() {
        return deaths.get();
    }

    private void revive() {
        for (String name : platform.dead()) {
            deaths.incrementAndGet();
            try {
                platform.restart(name);
                progress.accept(name + " is started again");
            } catch (PlatformFailure failure) {
                progress.accept(
                        "%s could not be started again: %s".formatted(name, failure.sentence()));
            }
        }
    }

    private void killOne() {
        List<String> all = platform.processes();
        try {
            platform.kill(all.get(random.nextInt(all.size())));
        } catch (PlatformFailure | IllegalArgumentException failure) {
            progress.accept("nothing was killed: " + failure.getMessage());
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
