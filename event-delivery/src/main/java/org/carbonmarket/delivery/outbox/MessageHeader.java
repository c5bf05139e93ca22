package org.carbonmarket.delivery.outbox;

import java.nio.charset.StandardCharsets;

/** One Kafka header; a name may occur more than once in a message. */
@SuppressWarnings("ArrayRecordComponent") // Carried to the wire, never compared.
public record MessageHeader(String name, byte[] value) {

    public static MessageHeader of(String name, String value) {
        return new MessageHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
