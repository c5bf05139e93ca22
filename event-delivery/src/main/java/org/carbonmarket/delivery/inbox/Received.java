package org.carbonmarket.delivery.inbox;

import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;

/**
 * An event handed to its reader for the first time, or again after a rollback.
 *
 * @param sequence the publisher's number of it on this topic and partition, from 1
 * @param key the Kafka key, empty when the message had none
 */
public record Received(
        Topic topic, int partition, long offset, long sequence, String key, PublishedEvent event) {}
