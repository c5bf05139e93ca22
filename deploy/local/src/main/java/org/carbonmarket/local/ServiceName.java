package org.carbonmarket.local;

import java.util.Locale;

/** The four services, with the ports they listen on by default. */
public enum ServiceName {
    REGISTRY(8081),
    TRADING(8082),
    SETTLEMENT(8083),
    REPORTING(8084);

    private final int defaultPort;

    ServiceName(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    public int defaultPort() {
        return defaultPort;
    }

    /** Lower case: the name of its process, database, user and folder. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
