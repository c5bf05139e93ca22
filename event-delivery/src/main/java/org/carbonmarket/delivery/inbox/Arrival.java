package org.carbonmarket.delivery.inbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.carbonmarket.delivery.outbox.MessageHeader;
import org.carbonmarket.events.envelope.EncodedEvent;
import org.carbonmarket.events.envelope.EventCodec;
import org.carbonmarket.events.envelope.UndecodableEvent;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A message as it came, with what could be read from it.
 *
 * @param sequence 0 when the message carries none that can be read
 * @param event null when the message is not an event this reader understands
 * @param reason why not; empty when it is
 */
@SuppressWarnings("ArrayRecordComponent") // Kept as it came, never compared.
public record Arrival(
        Stream stream,
        long offset,
        long sequence,
        String key,
        List<MessageHeader> headers,
        byte @Nullable [] payload,
        @Nullable PublishedEvent event,
        String reason) {

    private static final long NO_SEQUENCE = 0;

    public Topic topic() {
        return stream.topic();
    }

    public int partition() {
        return stream.partition();
    }

    boolean hasSequence() {
        return sequence != NO_SEQUENCE;
    }

    /** Reads a message; whatever is wrong with it is told by its reason. */
    public static Arrival read(
            EventCodec codec, Topic topic, ConsumerRecord<String, byte[]> message) {
        List<MessageHeader> headers = new ArrayList<>();
        for (Header header : message.headers()) {
            byte[] value = header.value();
            headers.add(new MessageHeader(header.key(), value == null ? new byte[0] : value));
        }
        String key = message.key() == null ? "" : message.key();
        return read(
                codec, topic, message.partition(), message.offset(), key, headers, message.value());
    }

    /** Reads a message that was kept. */
    public static Arrival read(
            EventCodec codec,
            Topic topic,
            int partition,
            long offset,
            String key,
            List<MessageHeader> headers,
            byte @Nullable [] payload) {
        Stream stream = new Stream(topic, partition);
        long sequence = sequenceOf(text(headers, EncodedEvent.SEQUENCE));
        if (sequence == NO_SEQUENCE) {
            return new Arrival(
                    stream,
                    offset,
                    sequence,
                    key,
                    headers,
                    payload,
                    null,
                    "the message has no ce_sequence header with a whole number from 1");
        }
        try {
            PublishedEvent event = codec.decode(topic, text(headers, EncodedEvent.TYPE), payload);
            return new Arrival(stream, offset, sequence, key, headers, payload, event, "");
        } catch (UndecodableEvent undecodable) {
            return new Arrival(
                    stream, offset, sequence, key, headers, payload, null, told(undecodable));
        }
    }

    /** As it is handed over. */
    public Received received(PublishedEvent understood) {
        return new Received(topic(), partition(), offset, sequence, key, understood);
    }

    private static String told(UndecodableEvent undecodable) {
        Throwable cause = undecodable.getCause();
        String reason = String.valueOf(undecodable.getMessage());
        return cause == null ? reason : reason + ": " + cause.getMessage();
    }

    private static @Nullable String text(List<MessageHeader> headers, String name) {
        String found = null;
        for (MessageHeader header : headers) {
            if (header.name().equals(name)) {
                found = new String(header.value(), StandardCharsets.UTF_8);
            }
        }
        return found;
    }

    private static long sequenceOf(@Nullable String digits) {
        if (digits == null) {
            return NO_SEQUENCE;
        }
        try {
            return Math.max(NO_SEQUENCE, Long.parseLong(digits));
        } catch (NumberFormatException notANumber) {
            return NO_SEQUENCE;
        }
    }
}
