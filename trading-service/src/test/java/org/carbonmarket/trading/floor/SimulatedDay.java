package org.carbonmarket.trading.floor;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service on a clock that tests set. */
public final class SimulatedDay implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "market.clock", "simulated",
                "market.deployment", "simulation",
                // So few that readers who come back need the database.
                "market.stream.remembered-trades", "50");
    }
}
