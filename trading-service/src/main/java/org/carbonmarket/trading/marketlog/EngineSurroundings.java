package org.carbonmarket.trading.marketlog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the engines of a replica share. */
@ApplicationScoped
class EngineSurroundings {

    private final LogRecords records;
    private final SnapshotKeeper snapshots;
    private final OwnedMarkets owned;
    private final EngineMetrics metrics;
    private final long snapshotEvery;

    @Inject
    EngineSurroundings(
            LogRecords records,
            SnapshotKeeper snapshots,
            OwnedMarkets owned,
            EngineMetrics metrics,
            @ConfigProperty(name = "market.engine.snapshot-every", defaultValue = "50000")
                    long snapshotEvery) {
        this.records = records;
        this.snapshots = snapshots;
        this.owned = owned;
        this.metrics = metrics;
        this.snapshotEvery = snapshotEvery;
    }

    LogRecords records() {
        return records;
    }

    SnapshotKeeper snapshots() {
        return snapshots;
    }

    OwnedMarkets owned() {
        return owned;
    }

    EngineMetrics metrics() {
        return metrics;
    }

    /** How many commands lie between two snapshots within a day. */
    long snapshotEvery() {
        return snapshotEvery;
    }
}
