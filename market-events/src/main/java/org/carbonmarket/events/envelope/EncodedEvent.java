package org.carbonmarket.events.envelope;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.carbonmarket.events.topic.Topic;

/**
 * An event ready to travel, all but its sequence, which its publisher gives it.
 *
 * @param partition the partition it belongs on
 * @param key the Kafka key
 * @param type the CloudEvents type
 * @param time business time
 * @param payload UTF-8 JSON
 */
@SuppressWarnings("ArrayRecordComponent") // Carried from the encoder to the wire, never compared.
public record EncodedEvent(
        Topic topic, int partition, String key, String type, OffsetDateTime time, byte[] payload) {

    /** Header of the gapless sequence per topic and partition, from 1 (CloudEvents extension). */
    public static final String SEQUENCE = "ce_sequence";

    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";

    /**
     * The CloudEvents headers of Kafka's binary mode. The id is stable: the same event, the same.
     */
    public Map<String, String> headers(long sequence) {
        String written = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
        return headers(topic, partition, key, type, written, sequence);
    }

    /** The same, of an event whose time is written already. */
    public static Map<String, String> headers(
            Topic topic, int partition, String key, String type, String time, long sequence) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put(ID, topic.topicName() + "-" + partition + "-" + sequence);
        headers.put(SOURCE, "/carbonmarket/" + topic.writer().label());
        headers.put(TYPE, type);
        headers.put("ce_time", time);
        headers.put("ce_subject", key);
        headers.put(SEQUENCE, Long.toString(sequence));
        headers.put("content-type", "application/json");
        return headers;
    }
}
