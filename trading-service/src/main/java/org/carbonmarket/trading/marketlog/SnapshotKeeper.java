package org.carbonmarket.trading.marketlog;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.trading.marketlog.EngineSnapshots.EngineSnapshot;
import org.jboss.logging.Logger;

/** Saves snapshots beside the engine's thread; one that cannot be saved is missed by nobody. */
@ApplicationScoped
class SnapshotKeeper {

    private static final Logger LOG = Logger.getLogger(SnapshotKeeper.class);

    private final EngineSnapshots snapshots;
    private final ExecutorService saving =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("engine-snapshots").daemon().factory());
    private final AtomicBoolean busy = new AtomicBoolean();

    @Inject
    SnapshotKeeper(EngineSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Saves in the background, unless the one before is still being saved. */
    void saveLater(EngineSnapshot snapshot) {
        if (busy.compareAndSet(false, true)) {
            saving.execute(() -> {
                try {
                    saveNow(snapshot);
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    void saveNow(EngineSnapshot snapshot) {
        try {
            snapshots.save(snapshot);
            LOG.debugf("Snapshot of %s at %d", snapshot.market(), snapshot.position());
        } catch (SQLException unavailable) {
            LOG.warnf("Snapshot of %s not saved: %s", snapshot.market(), unavailable.getMessage());
        }
    }

    /**
     * @throws IllegalStateException when the database does not answer: recovery is tried again
     */
    Optional<EngineSnapshot> newest(Market market) {
        try {
            return snapshots.newest(market);
        } catch (SQLException unavailable) {
            throw new IllegalStateException("no snapshots to read for " + market, unavailable);
        }
    }

    @PreDestroy
    void close() {
        saving.shutdown();
    }
}
