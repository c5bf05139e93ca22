package org.carbonmarket.registry;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import org.awaitility.Awaitility;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.testing.KafkaProbe;

/** Tests whose days are set by the test. */
public final class SimulatedTime implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("market.clock", "simulated", "market.deployment", "simulation");
    }

    /** Sets the clock and waits until the registry's stands there. */
    static void set(BusinessClock clock, String time) {
        try (KafkaProbe probe = new KafkaProbe()) {
            probe.setClock(time);
        }
        OffsetDateTime wanted = OffsetDateTime.parse(time);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> clock.now().isEqual(wanted));
    }
}
