package org.carbonmarket.trading.marketlog;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Starts and ends the engine threads of this replica. Markets are shared out evenly among threads,
 * not among replicas: fewer threads than markets keep every replica from running all of them while
 * another runs none.
 */
@ApplicationScoped
public class EngineThreads {

    private static final Duration ENDING = Duration.ofSeconds(8);

    private final KafkaSettings settings;
    private final MarketRecovery recovery;
    private final EngineMetrics metrics;
    private final int threads;
    private final List<EngineLoop> loops = new ArrayList<>();
    private final List<Thread> running = new ArrayList<>();

    @Inject
    EngineThreads(
            KafkaSettings settings,
            MarketRecovery recovery,
            EngineMetrics metrics,
            @ConfigProperty(name = "market.engine.threads", defaultValue = "2") int threads) {
        this.settings = settings;
        this.recovery = recovery;
        this.metrics = metrics;
        this.threads = threads;
    }

    void start(@Observes StartupEvent starting) {
        for (int i = 0; i < threads; i++) {
            EngineLoop loop = new EngineLoop(settings, recovery, metrics);
            loops.add(loop);
            running.add(Thread.ofPlatform().name("market-engine-" + i).start(loop));
        }
    }

    /** Whether every engine thread is alive. */
    boolean areAlive() {
        return running.stream().allMatch(Thread::isAlive)
                && loops.stream().allMatch(EngineLoop::isJoined);
    }

    void stop(@Observes ShutdownEvent ending) {
        loops.forEach(EngineLoop::stop);
        for (Thread thread : running) {
            try {
                if (!thread.join(ENDING)) {
                    thread.interrupt();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
