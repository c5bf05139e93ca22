package org.carbonmarket.delivery.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the outbox: one message that waits for the relay. */
@SuppressWarnings("ArrayRecordComponent") // Carried to the wire, never compared.
record OutboxRow(
        long id,
        String topic,
        @Nullable Integer partition,
        @Nullable String key,
        @Nullable String type,
        @Nullable String time,
        @Nullable String traceparent,
        List<MessageHeader> headers,
        byte @Nullable [] payload) {

    /** The stream whose sequence this message takes; null for a forwarded one. */
    @Nullable Stream stream() {
        return partition == null ? null : new Stream(topic, partition);
    }

    /** A topic and partition: what carries one gapless sequence. */
    record Stream(String topic, int partition) {}
}
