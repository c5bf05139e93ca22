package org.carbonmarket.delivery.inbox;

/**
 * The publisher's sequence jumps: events are missing. The channel stops before the gap, and stays
 * stopped until an operator has found out why; guessing would cost somebody money.
 */
public final class SequenceGap extends RuntimeException {

    private static final long serialVersionUID = 1;

    SequenceGap(String consumer, Arrival after, long expected) {
        super(
                "%s stops: %s/%d has sequence %d at offset %d where %d was expected"
                        .formatted(
                                consumer,
                                after.topic().topicName(),
                                after.partition(),
                                after.sequence(),
                                after.offset(),
                                expected));
    }
}
