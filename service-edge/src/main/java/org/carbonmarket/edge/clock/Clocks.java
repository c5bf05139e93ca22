package org.carbonmarket.edge.clock;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Chooses the clock by {@code market.clock}; a simulated one needs a simulation. */
@ApplicationScoped
class Clocks {

    @Produces
    @Singleton
    @Startup
    BusinessClock clock(
            @ConfigProperty(name = "market.clock") String kind,
            @ConfigProperty(name = "market.deployment") String deployment,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        return switch (kind) {
            case "system" -> new SystemClock();
            case "simulated" -> simulated(deployment, bootstrapServers);
            default ->
                    throw new IllegalStateException(
                            "market.clock is system or simulated, not '" + kind + "'");
        };
    }

    private static BusinessClock simulated(String deployment, String bootstrapServers) {
        if (!"simulation".equals(deployment)) {
            throw new IllegalStateException(
                    "a simulated clock is refused in production: it needs"
                            + " market.deployment=simulation");
        }
        return new SimulatedClock(bootstrapServers);
    }

    void stop(@Disposes BusinessClock clock) throws InterruptedException {
        if (clock instanceof SimulatedClock simulated) {
            simulated.stop();
        }
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck clockIsSet(BusinessClock clock) {
        return () ->
                HealthCheckResponse.named("business clock")
                        .status(!(clock instanceof SimulatedClock simulated) || simulated.isSet())
                        .build();
    }
}
