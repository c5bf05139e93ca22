package org.carbonmarket.delivery.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The consumers of this process and how they fare. */
@ApplicationScoped
class Consumers {

    private final Map<String, ConsumerState> states = new ConcurrentHashMap<>();

    ConsumerState of(String consumer) {
        return states.computeIfAbsent(consumer, ConsumerState::new);
    }

    /** A consumer that is no more; its positions stay where they are. */
    void forget(String consumer) {
        states.remove(consumer);
    }

    Collection<ConsumerState> all() {
        return states.values();
    }
}
