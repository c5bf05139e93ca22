package org.carbonmarket.delivery.inbox;

import org.apache.kafka.common.TopicPartition;

/**
 * The stored position lies beyond the end of the broker's log: the topic was emptied, or the
 * database belongs to another broker. Going on would drop new events as if they had been seen.
 */
public final class LogShorterThanPosition extends RuntimeException {

    private static final long serialVersionUID = 1;

    LogShorterThanPosition(String consumer, TopicPartition partition, long nextOffset, long end) {
        super(
                "%s stops: it goes on at offset %d of %s/%d, which ends at %d"
                        .formatted(
                                consumer,
                                nextOffset,
                                partition.topic(),
                                partition.partition(),
                                end));
    }
}
