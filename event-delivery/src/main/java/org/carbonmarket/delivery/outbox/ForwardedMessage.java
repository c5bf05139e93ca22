package org.carbonmarket.delivery.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message sent on as it is: its headers and bytes are not this service's, and it gets no
 * sequence.
 *
 * @param topic the Kafka topic's name
 */
@SuppressWarnings("ArrayRecordComponent") // Carried to the wire, never compared.
public record ForwardedMessage(
        String topic,
        @Nullable String key,
        List<MessageHeader> headers,
        byte @Nullable [] payload) {

    public ForwardedMessage {
        headers = List.copyOf(headers);
    }
}
