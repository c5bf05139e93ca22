package org.carbonmarket.delivery.inbox;

import java.util.List;

/** What a feature does with the events it receives. */
@FunctionalInterface
public interface BatchHandler {

    /**
     * Applies events in their order, inside the transaction that also moves the consumer's
     * position: they take effect once, or are handed over again. A business "no" is an event to
     * publish, not an exception; an exception rolls back and the same events come again.
     *
     * @param batch never empty; in order per topic and partition
     */
    void handle(List<Received> batch);
}
