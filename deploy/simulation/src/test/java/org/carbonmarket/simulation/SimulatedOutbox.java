package org.carbonmarket.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.topic.PublishedEvent;

/**
 * The outbox of a database and its relay, as event-delivery makes them: what is on its way is
 * recorded with its sequences before it is sent, and sent again when the relay ends before it has
 * removed it.
 */
public final class SimulatedOutbox {

    private final Deque<PublishedEvent> rows = new ArrayDeque<>();
    private final List<Broker.Message> flight = new ArrayList<>();
    private final Map<Broker.Partition, Long> sequences = new HashMap<>();

    /** Part of a transaction that commits. */
    public void publish(List<? extends PublishedEvent> events) {
        rows.addAll(events);
    }

    public boolean isEmpty() {
        return rows.isEmpty() && flight.isEmpty();
    }

    /** Takes the next batch on its way, or sends the one that is. */
    public void carry(Broker broker, Chance chance) {
        if (flight.isEmpty()) {
            for (int i = chance.batch(); i > 0 && !rows.isEmpty(); i--) {
                PublishedEvent event = rows.removeFirst();
                long sequence = sequences.merge(Broker.partitionOf(event), 1L, Long::sum);
                flight.add(new Broker.Message(0, sequence, event));
            }
            return;
        }
        if (chance.crashes()) {
            return;
        }
        flight.forEach(message -> broker.append(message.event(), message.sequence()));
        if (!chance.crashes()) {
            flight.clear();
        }
    }
}
