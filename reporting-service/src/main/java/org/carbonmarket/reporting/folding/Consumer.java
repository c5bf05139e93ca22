package org.carbonmarket.reporting.folding;

import org.carbonmarket.events.topic.Topic;

/** The names under which positions are kept; the channels' {@code group.id} say the same. */
public final class Consumer {

    private static final String PREFIX = "reporting.";

    private Consumer() {}

    public static String of(Topic topic) {
        return PREFIX + topic.topicName();
    }

    /** The topic a consumer reads. */
    public static Topic topicOf(String consumer) {
        return Topic.named(consumer.substring(PREFIX.length()));
    }
}
