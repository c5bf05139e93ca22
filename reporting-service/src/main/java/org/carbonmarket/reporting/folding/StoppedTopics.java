package org.carbonmarket.reporting.folding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.carbonmarket.events.topic.Topic;

/**
 * Topics that stopped because events are missing. Kept in memory: after a restart the same record
 * stops the same topic again.
 */
@ApplicationScoped
public class StoppedTopics {

    private final Map<Topic, String> reasons = new TreeMap<>();

    synchronized void note(Topic topic, String reason) {
        reasons.put(topic, reason);
    }

    /** Why each topic stopped, by topic. */
    public synchronized Map<Topic, String> reasons() {
        return new TreeMap<>(reasons);
    }
}
