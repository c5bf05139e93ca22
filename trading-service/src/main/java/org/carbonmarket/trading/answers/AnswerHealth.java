package org.carbonmarket.trading.answers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the answers to requests will be seen. */
@Readiness
@ApplicationScoped
class AnswerHealth implements HealthCheck {

    private final AnswerReader reader;

    @Inject
    AnswerHealth(AnswerReader reader) {
        this.reader = reader;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("market answers").status(reader.isReading()).build();
    }
}
