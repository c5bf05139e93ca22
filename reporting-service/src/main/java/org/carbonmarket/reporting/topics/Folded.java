package org.carbonmarket.reporting.topics;

import java.time.OffsetDateTime;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.topic.Topic;

/**
 * What is folded in of one partition.
 *
 * @param events how many
 * @param lastSequence the newest one's number
 * @param lastAt the latest business time among them
 */
record Folded(Topic topic, int partition, long events, long lastSequence, OffsetDateTime lastAt) {

    static Folded of(Received received) {
        return new Folded(
                received.topic(),
                received.partition(),
                1,
                received.sequence(),
                received.event().at());
    }

    Folded and(Folded other) {
        return new Folded(
                topic,
                partition,
                Math.addExact(events, other.events),
                Math.max(lastSequence, other.lastSequence),
                lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt);
    }
}
