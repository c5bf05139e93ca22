package org.carbonmarket.delivery.inbox;

import org.carbonmarket.events.topic.Topic;

/** A key on a topic: what keeps its order. */
public record MessageKey(Topic topic, String key) {}
