package org.carbonmarket.reporting.reconciliation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;

/** Events as topics carry them: order within a topic's partition, any order between topics. */
final class Streams {

    private static final int LARGEST_BATCH = 12;

    private final Map<Topic, List<Received>> topics = new LinkedHashMap<>();

    static Streams of(List<PublishedEvent> events) {
        Streams streams = new Streams();
        Map<String, Long> sequences = new LinkedHashMap<>();
        for (PublishedEvent event : events) {
            Topic topic = Topic.of(event);
            int partition = topic.partitionOf(event);
            long sequence = sequences.merge(topic + "-" + partition, 1L, Long::sum);
            streams.topics
                    .computeIfAbsent(topic, _ -> new ArrayList<>())
                    .add(
                            new Received(
                                    topic, partition, sequence - 1, sequence, event.key(), event));
        }
        return streams;
    }

    /** Every topic after the other, in one batch each. */
    List<List<Received>> oneByOne() {
        return List.copyOf(topics.values());
    }

    /** Batches of random topics and sizes. */
    List<List<Received>> interleaved(Random random) {
        List<List<Received>> left = new ArrayList<>(topics.values());
        List<List<Received>> batches = new ArrayList<>();
        while (!left.isEmpty()) {
            int topic = random.nextInt(left.size());
            List<Received> rest = left.get(topic);
            int size = Math.min(rest.size(), 1 + random.nextInt(LARGEST_BATCH));
            batches.add(rest.subList(0, size));
            if (size == rest.size()) {
                left.remove(topic);
            } else {
                left.set(topic, rest.subList(size, rest.size()));
            }
        }
        return batches;
    }
}
