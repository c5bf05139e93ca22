package org.carbonmarket.local;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.carbonmarket.embedded.FreePort;

/**
 * Where everything listens.
 *
 * @param kafka the broker's port; its controller takes the next one
 */
public record Ports(int kafka, int postgresql, Map<ServiceName, Integer> services) {

    private static final int KAFKA = 19092;
    private static final int POSTGRESQL = 15432;

    public Ports {
        services = Map.copyOf(services);
    }

    /** The ports the README names. */
    public static Ports usual() {
        Map<ServiceName, Integer> services = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            services.put(service, service.defaultPort());
        }
        return new Ports(KAFKA, POSTGRESQL, services);
    }

    /** Ports nobody uses, for a platform beside another. */
    public static Ports free() throws IOException {
        Map<ServiceName, Integer> services = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            services.put(service, FreePort.pair());
        }
        return new Ports(FreePort.pair(), FreePort.pair(), services);
    }

    public int of(ServiceName service) {
        Integer port = services.get(service);
        if (port == null) {
            throw new IllegalStateException("no port for " + service);
        }
        return port;
    }

    /** Names the first port that somebody else listens on. */
    void requireFree() {
        require("Kafka", kafka);
        require("Kafka's controller", kafka + 1);
        require("PostgreSQL", postgresql);
        for (ServiceName service : ServiceName.values()) {
            require(service.label(), of(service));
        }
    }

    private static void require(String who, int port) {
        if (!FreePort.isFree(port)) {
            throw new PlatformFailure(
                    "Port %d, which %s needs, is taken: stop what listens there (is the platform"
                                    .formatted(port, who)
                            + " already up?) and try again.");
        }
    }
}
