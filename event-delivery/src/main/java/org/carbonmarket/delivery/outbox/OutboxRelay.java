package org.carbonmarket.delivery.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries the outbox to the broker on one thread of its own. Of all processes on a database one
 * leads; the others stand by and take over when its connection ends.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration SIZE_IS_TAKEN_EVERY = Duration.ofSeconds(5);
    private static final int SIZE_IS_COUNTED_TO = 1_000_000;

    private final AgroalDataSource database;
    private final RelaySettings settings;
    private final RelayProducers producers;
    private final Semaphore calls = new Semaphore(0);
    private final AtomicLong size = new AtomicLong();
    private final MeterRegistry meters;
    private volatile boolean stopping;
    private @Nullable Thread thread;
    private boolean failing;
    private long sizeTakenAt;

    OutboxRelay(
            AgroalDataSource database,
            RelaySettings settings,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            MeterRegistry meters) {
        this.database = database;
        this.settings = settings;
        this.producers = new RelayProducers(broker, settings.transactionalId());
        this.meters = meters;
    }

    void start(@Observes StartupEvent started) {
        meters.gauge("delivery.outbox.size", size);
        if (settings.relay()) {
            Thread relay = new Thread(this::run, "outbox-relay");
            relay.setDaemon(true);
            thread = relay;
            relay.start();
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        wake();
        Thread relay = thread;
        if (relay != null) {
            relay.join(Duration.ofSeconds(5));
        }
    }

    /** Tells the relay that rows were committed. */
    void wake() {
        if (calls.availablePermits() == 0) {
            calls.release();
        }
    }

    private void run() {
        while (!stopping) {
            try (RelayTerm term = RelayTerm.begin(database, producers, settings.batch())) {
                if (term != null) {
                    lead(term);
                }
            } catch (SQLException | RuntimeException failed) {
                report(failed);
            }
            pause(settings.retry());
        }
    }

    private void lead(RelayTerm term) throws SQLException {
        LOG.info("this process carries the outbox");
        while (!stopping) {
            carry(term);
            takeSize(term);
            if (!term.hasWork()) {
                pause(settings.poll());
            }
        }
    }

    private void carry(RelayTerm term) throws SQLException {
        try {
            int carried = term.carry();
            if (carried > 0) {
                meters.counter("delivery.outbox.sent").increment(carried);
                failing = false;
            }
        } catch (KafkaException | IllegalStateException failed) {
            report(failed);
            pause(settings.retry());
        }
    }

    private void takeSize(RelayTerm term) throws SQLException {
        long now = System.nanoTime();
        if (now - sizeTakenAt > SIZE_IS_TAKEN_EVERY.toNanos()) {
            sizeTakenAt = now;
            size.set(term.waiting(SIZE_IS_COUNTED_TO));
        }
    }

    /** Once per outage: the alert is the size of the outbox, not the length of the log. */
    private void report(Exception failed) {
        meters.counter("delivery.outbox.failures").increment();
        if (!failing && !stopping) {
            failing = true;
            LOG.error("the outbox is not carried for now; nothing is lost, tried again", failed);
        }
    }

    private void pause(Duration atMost) {
        try {
            if (!stopping && calls.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                calls.drainPermits();
            }
        } catch (InterruptedException stop) {
            stopping = true;
        }
    }
}
