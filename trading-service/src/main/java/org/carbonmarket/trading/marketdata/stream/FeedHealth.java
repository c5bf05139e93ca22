package org.carbonmarket.trading.marketdata.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the streams show the present. */
@Readiness
@ApplicationScoped
class FeedHealth implements HealthCheck {

    private final Feeds feeds;

    @Inject
    FeedHealth(Feeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("market data").status(feeds.areReady()).build();
    }
}
