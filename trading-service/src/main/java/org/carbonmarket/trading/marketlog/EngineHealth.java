package org.carbonmarket.trading.marketlog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every engine thread runs and every market owned here has caught up with its log. */
@Readiness
@ApplicationScoped
class EngineHealth implements HealthCheck {

    private final EngineThreads threads;
    private final OwnedMarkets owned;

    @Inject
    EngineHealth(EngineThreads threads, OwnedMarkets owned) {
        this.threads = threads;
        this.owned = owned;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health = HealthCheckResponse.named("market engines");
        boolean ready = threads.areAlive();
        for (MarketStatus market : owned.all()) {
            ready &= market.live();
            health.withData(
                    market.market().name(),
                    (market.live() ? "live at " : "catching up at ") + market.position());
        }
        return health.status(ready).build();
    }
}
