package org.carbonmarket.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.carbonmarket.events.topic.Topic;

/** Makes the platform's topics, and counts what they carry. */
public final class PlatformTopics {

    private final String bootstrapServers;

    public PlatformTopics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Makes the topics that are not there yet. */
    public void create() {
        try (Admin admin =
                Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> missing =
                    wanted().stream().filter(topic -> !there.contains(topic.name())).toList();
            admin.createTopics(missing).all().get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("Interrupted.", interrupted);
        } catch (ExecutionException failure) {
            throw new PlatformFailure("The topics could not be made.", failure);
        }
    }

    private static List<NewTopic> wanted() {
        List<NewTopic> topics = new ArrayList<>();
        topics.add(compacted(new NewTopic(BusinessTime.TOPIC, 1, (short) 1)));
        for (Topic topic : Topic.values()) {
            NewTopic plain = new NewTopic(topic.topicName(), topic.partitions(), (short) 1);
            topics.add(topic.access().isCompacted() ? compacted(plain) : plain);
            topics.add(new NewTopic(topic.deadLetters(), topic.partitions(), (short) 1));
        }
        return topics;
    }

    private static NewTopic compacted(NewTopic topic) {
        return topic.configs(Map.of("cleanup.policy", "compact"));
    }

    /** How many committed events each topic carries, in the order of the topic table. */
    public Map<String, Long> events() {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "isolation.level",
                                "read_committed"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            for (Topic topic : Topic.values()) {
                counts.put(topic.topicName(), count(consumer, topic));
            }
        }
        return counts;
    }

    private static long count(KafkaConsumer<byte[], byte[]> consumer, Topic topic) {
        List<TopicPartition> partitions =
                IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long count = 0;
        while (partitions.stream()
                .anyMatch(part -> consumer.position(part) < ends.getOrDefault(part, 0L))) {
            count += consumer.poll(Duration.ofMillis(200)).count();
        }
        return count;
    }
}
