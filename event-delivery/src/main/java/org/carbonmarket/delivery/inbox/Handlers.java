package org.carbonmarket.delivery.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.carbonmarket.events.topic.Topic;

/** Who handles what: needed again when dead letters are replayed. */
@ApplicationScoped
public class Handlers {

    private final Map<Reader, BatchHandler> handlers = new ConcurrentHashMap<>();

    /**
     * Says who handles a consumer's events of a topic. The inbox does so with every batch; a
     * feature that wants its dead letters replayable before the first batch says so at start.
     */
    public void remember(String consumer, Topic topic, BatchHandler handler) {
        handlers.put(new Reader(consumer, topic), handler);
    }

    public Optional<BatchHandler> of(String consumer, Topic topic) {
        return Optional.ofNullable(handlers.get(new Reader(consumer, topic)));
    }

    private record Reader(String consumer, Topic topic) {}
}
