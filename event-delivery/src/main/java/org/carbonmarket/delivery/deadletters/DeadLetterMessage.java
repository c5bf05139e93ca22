package org.carbonmarket.delivery.deadletters;

import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.delivery.inbox.Arrival;
import org.carbonmarket.delivery.inbox.KeptMessage;
import org.carbonmarket.delivery.outbox.ForwardedMessage;
import org.carbonmarket.delivery.outbox.MessageHeader;

/** A dead letter on its topic: the message as it came, and in further headers why it is there. */
final class DeadLetterMessage {

    static final String REASON = "dead-letter-reason";
    static final String CONSUMER = "dead-letter-consumer";
    static final String TOPIC = "dead-letter-topic";
    static final String PARTITION = "dead-letter-partition";
    static final String OFFSET = "dead-letter-offset";
    static final String LEFT_OUT = "dead-letter-payload-left-out";

    /** Room for the headers below the broker's limit of a message, 1 MiB. */
    private static final int LARGEST_PAYLOAD = 900 * 1024;

    private static final int LONGEST_REASON = 1_000;

    private DeadLetterMessage() {}

    static ForwardedMessage of(String consumer, KeptMessage kept) {
        Arrival arrival = kept.arrival();
        List<MessageHeader> headers = new ArrayList<>();
        byte[] payload = arrival.payload();
        if (sizeOf(arrival) > LARGEST_PAYLOAD) {
            headers.add(MessageHeader.of(LEFT_OUT, "kept by the consumer only: it is too large"));
            payload = null;
        } else {
            headers.addAll(arrival.headers());
        }
        String reason = kept.reason();
        headers.add(
                MessageHeader.of(
                        REASON, reason.substring(0, Math.min(reason.length(), LONGEST_REASON))));
        headers.add(MessageHeader.of(CONSUMER, consumer));
        headers.add(MessageHeader.of(TOPIC, arrival.topic().topicName()));
        headers.add(MessageHeader.of(PARTITION, Integer.toString(arrival.partition())));
        headers.add(MessageHeader.of(OFFSET, Long.toString(arrival.offset())));
        return new ForwardedMessage(arrival.topic().deadLetters(), arrival.key(), headers, payload);
    }

    private static long sizeOf(Arrival arrival) {
        byte[] payload = arrival.payload();
        long size = payload == null ? 0 : payload.length;
        for (MessageHeader header : arrival.headers()) {
            size += header.name().length() + (long) header.value().length;
        }
        return size;
    }
}
