package org.carbonmarket.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;

/** Kafka in memory: logs of partitions, read from any offset as often as wanted. */
public final class Broker {

    private final Map<Partition, List<Message>> logs = new HashMap<>();

    /** A partition of a topic. */
    public record Partition(Topic topic, int number) {}

    /** What lies at an offset. */
    public record Message(long offset, long sequence, PublishedEvent event) {}

    /** Appends to the partition of the event's own topic. */
    public void append(PublishedEvent event, long sequence) {
        List<Message> log = log(partitionOf(event));
        log.add(new Message(log.size(), sequence, event));
    }

    /** The partition an event belongs on. */
    public static Partition partitionOf(PublishedEvent event) {
        Topic topic = Topic.of(event);
        return new Partition(topic, topic.partitionOf(event));
    }

    public List<Message> read(Partition partition, long from, int most) {
        List<Message> log = log(partition);
        int begin = (int) Math.min(from, log.size());
        return List.copyOf(log.subList(begin, Math.min(log.size(), begin + most)));
    }

    public long end(Partition partition) {
        return log(partition).size();
    }

    /** A topic's events, each once however often it was sent, partition by partition. */
    public List<PublishedEvent> events(Topic topic) {
        List<PublishedEvent> events = new ArrayList<>();
        for (int number = 0; number < topic.partitions(); number++) {
            long last = 0;
            for (Message message : log(new Partition(topic, number))) {
                if (message.sequence() > last) {
                    last = message.sequence();
                    events.add(message.event());
                }
            }
        }
        return events;
    }

    private List<Message> log(Partition partition) {
        return logs.computeIfAbsent(partition, ignored -> new ArrayList<>());
    }
}
