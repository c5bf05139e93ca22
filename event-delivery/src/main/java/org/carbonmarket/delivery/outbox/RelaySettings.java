package org.carbonmarket.delivery.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay works. */
@ConfigMapping(prefix = "market.delivery.outbox")
interface RelaySettings {

    /** Whether this process takes part in relaying; one of those that do is the leader. */
    @WithDefault("true")
    boolean relay();

    /** The largest batch, in events. */
    @WithDefault("6000")
    int batch();

    /** How long an idle leader waits before it looks for rows another process committed. */
    @WithDefault("50ms")
    Duration poll();

    /** How long a relay that does not lead, or has failed, waits before it tries again. */
    @WithDefault("1s")
    Duration retry();

    /** Names the relays of one database to the broker, so that a new leader ends the old one. */
    @WithDefault("outbox.${quarkus.application.name:market}")
    String transactionalId();
}
