package org.carbonmarket.trading.marketlog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.trading.engine.MarketEngine;
import org.carbonmarket.trading.engine.snapshot.CorruptSnapshot;
import org.carbonmarket.trading.marketlog.EngineSnapshots.EngineSnapshot;
import org.jboss.logging.Logger;

/**
 * Takes a market over: fences the owner before, then learns what that owner published, then loads
 * the newest snapshot. In this order, because an owner not yet fenced could still publish.
 */
@ApplicationScoped
class MarketRecovery {

    private static final Logger LOG = Logger.getLogger(MarketRecovery.class);

    private final KafkaSettings settings;
    private final EngineSurroundings surroundings;

    @Inject
    MarketRecovery(KafkaSettings settings, EngineSurroundings surroundings) {
        this.settings = settings;
        this.surroundings = surroundings;
    }

    /** Asks for the group's committed offset; -1 when there is none. */
    interface Committed {
        long offset();
    }

    /**
     * @param logEnd the log's end now
     * @throws IllegalStateException when a snapshot is ahead of the log: then the log lost what the
     *     database still knows, and guessing would trade on it
     */
    RunningMarket recover(Market market, Committed committed, long logEnd) {
        Producer<String, byte[]> producer = new KafkaProducer<>(settings.engineProducer(market));
        try {
            producer.initTransactions();
            Optional<EngineSnapshot> snapshot = surroundings.snapshots().newest(market);
            long position = snapshot.map(EngineSnapshot::position).orElse(-1L);
            if (position >= logEnd) {
                throw new IllegalStateException(
                        "the snapshot of " + market + " at " + position + " is ahead of its log");
            }
            // A snapshot is only of published commands; it also outlives a group's forgotten
            // offset.
            long firstUnpublished = Math.max(committed.offset(), position + 1);
            LOG.infof(
                    "Market %s: snapshot at %d, replay to %d, log ends at %d",
                    market, position, firstUnpublished, logEnd);
            surroundings.metrics().recovered(market);
            return new RunningMarket(
                    engineOf(market, snapshot), market, producer, firstUnpublished, surroundings);
        } catch (RuntimeException failure) {
            producer.close(Duration.ZERO);
            throw failure;
        }
    }

    private static MarketEngine engineOf(Market market, Optional<EngineSnapshot> snapshot) {
        return snapshot.map(MarketRecovery::restored).orElseGet(() -> new MarketEngine(market));
    }

    /** A snapshot an earlier version wrote is of no use: the log, which is the truth, is. */
    private static MarketEngine restored(EngineSnapshot snapshot) {
        try {
            return MarketEngine.restore(EngineSnapshots.bytesOf(snapshot.state()));
        } catch (CorruptSnapshot unreadable) {
            LOG.warnf(
                    "Market %s: replaying from its beginning, %s",
                    snapshot.market(), unreadable.getMessage());
            return new MarketEngine(snapshot.market());
        }
    }
}
