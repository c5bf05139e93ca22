package org.carbonmarket.delivery.inbox;

import org.carbonmarket.events.topic.Topic;

/** A topic and partition: one order, one sequence. */
public record Stream(Topic topic, int partition) {}
