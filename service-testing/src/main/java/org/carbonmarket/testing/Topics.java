package org.carbonmarket.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.carbonmarket.events.topic.Topic;

/** Makes the platform's topics on an empty broker. */
final class Topics {

    private Topics() {}

    static void create(String bootstrapServers) {
        List<NewTopic> topics = new ArrayList<>();
        topics.add(
                new NewTopic("platform.clock", 1, (short) 1)
                        .configs(Map.of("cleanup.policy", "compact")));
        for (Topic topic : Topic.values()) {
            NewTopic wanted = new NewTopic(topic.topicName(), topic.partitions(), (short) 1);
            topics.add(
                    topic.access().isCompacted()
                            ? wanted.configs(Map.of("cleanup.policy", "compact"))
                            : wanted);
            topics.add(new NewTopic(topic.deadLetters(), topic.partitions(), (short) 1));
        }
        try (Admin admin =
                Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(topics).all().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("the topics could not be made", failure);
        }
    }
}
