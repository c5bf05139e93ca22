package org.carbonmarket.reporting.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Checks the books all the time, and tells operators by a metric and the log. */
@ApplicationScoped
class ReconciliationWatch {

    private static final Logger LOG = Logger.getLogger(ReconciliationWatch.class);

    private final Reconciliation reconciliation;
    private final MeterRegistry meters;
    private final Duration every;
    private final CountDownLatch stopping = new CountDownLatch(1);

    ReconciliationWatch(
            Reconciliation reconciliation,
            MeterRegistry meters,
            @ConfigProperty(name = "reporting.reconciliation.every") Duration every) {
        this.reconciliation = reconciliation;
        this.meters = meters;
        this.every = every;
    }

    void start(@Observes StartupEvent started) {
        meters.gauge("reconciliation.breaks", reconciliation, Reconciliation::breaks);
        Thread.ofVirtual().name("reconciliation").start(this::run);
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
    }

    private void run() {
        long known = 0;
        try {
            while (!stopping.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                known = check(known);
            }
        } catch (InterruptedException ended) {
            LOG.debug("no longer checking", ended);
        }
    }

    private long check(long known) {
        try {
            ReconciliationReport report = reconciliation.check();
            if (report.breakCount() != known) {
                LOG.warnf("reconciliation: %d breaks: %s", report.breakCount(), report.breaks());
            }
            return report.breakCount();
        } catch (RuntimeException unavailable) {
            LOG.warn("the books cannot be checked for now", unavailable);
            return known;
        }
    }
}
