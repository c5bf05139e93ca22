package org.carbonmarket.delivery.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.simulation.Broker;
import org.carbonmarket.simulation.Chance;

/**
 * A consumer with its positions in a database: the real sorting, and a poll that may go back to
 * what was read before.
 */
public final class SimulatedInbox {

    private static final int FARTHEST_BACK = 10;

    private final String consumer;
    private final Broker broker;
    private final Topic topic;
    private final Map<Stream, Position> positions = new HashMap<>();

    public SimulatedInbox(String consumer, Broker broker, Topic topic) {
        this.consumer = consumer;
        this.broker = broker;
        this.topic = topic;
    }

    /**
     * A polled batch.
     *
     * @param events what of it is new, in order
     * @param commit stores the positions; to be run with the transaction of the effect
     */
    public record Polled(List<PublishedEvent> events, Runnable commit) {}

    /** Polls one or more partitions. */
    public Polled poll(Chance chance) {
        Map<Stream, Position> stored = new HashMap<>();
        List<Arrival> arrivals = new ArrayList<>();
        for (int partition = 0; partition < topic.partitions(); partition++) {
            if (chance.oneIn(3)) {
                continue;
            }
            Stream stream = new Stream(topic, partition);
            Position position = positions.getOrDefault(stream, Position.START);
            stored.put(stream, position);
            long back = chance.oneIn(10) ? chance.below(FARTHEST_BACK) : 0;
            long from = Math.max(0, position.nextOffset() - back);
            broker.read(new Broker.Partition(topic, partition), from, chance.batch())
                    .forEach(message -> arrivals.add(arrival(stream, message)));
        }
        Sorting sorting = new Sorting(consumer, stored, Set.of());
        arrivals.forEach(sorting::take);
        SequenceGap gap = sorting.gap();
        if (gap != null) {
            throw gap;
        }
        return new Polled(
                sorting.accepted().stream().map(Received::event).toList(),
                () -> positions.putAll(sorting.positions()));
    }

    /** Whether all there is was read. */
    public boolean rests() {
        for (int partition = 0; partition < topic.partitions(); partition++) {
            Position position =
                    positions.getOrDefault(new Stream(topic, partition), Position.START);
            if (position.nextOffset() < broker.end(new Broker.Partition(topic, partition))) {
                return false;
            }
        }
        return true;
    }

    private static Arrival arrival(Stream stream, Broker.Message message) {
        return new Arrival(
                stream,
                message.offset(),
                message.sequence(),
                message.event().key(),
                List.of(),
                null,
                message.event(),
                "");
    }
}
