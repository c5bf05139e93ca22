package org.carbonmarket.delivery.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.carbonmarket.delivery.outbox.OutboxRow.Stream;
import org.carbonmarket.events.envelope.EncodedEvent;
import org.carbonmarket.events.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * The rows that are on their way to the broker, in order, with the sequences they were given. Built
 * from the same rows and the same last sequences it is the same again, byte for byte: a relay that
 * takes over sends what its predecessor sent.
 */
final class Flight {

    private final List<OutboxRow> rows;
    private final Map<Stream, Long> lastSequences;

    /**
     * @param rows in the order of sending
     * @param lastSequences of each stream, these rows included
     */
    Flight(List<OutboxRow> rows, Map<Stream, Long> lastSequences) {
        this.rows = List.copyOf(rows);
        this.lastSequences = Map.copyOf(lastSequences);
    }

    /** How many of the rows belong to each stream. */
    static Map<Stream, Long> countByStream(List<OutboxRow> rows) {
        Map<Stream, Long> counts = new HashMap<>();
        for (OutboxRow row : rows) {
            Stream stream = row.stream();
            if (stream != null) {
                counts.merge(stream, 1L, Long::sum);
            }
        }
        return counts;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    int size() {
        return rows.size();
    }

    Long[] ids() {
        return rows.stream().map(OutboxRow::id).toArray(Long[]::new);
    }

    /** The messages as they go over the wire. */
    List<ProducerRecord<@Nullable String, byte @Nullable []>> messages() {
        Map<Stream, Long> next = new HashMap<>();
        countByStream(rows)
                .forEach((stream, count) -> next.put(stream, lastSequenceOf(stream) - count + 1));
        List<ProducerRecord<@Nullable String, byte @Nullable []>> messages =
                new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            Stream stream = row.stream();
            messages.add(
                    stream == null
                            ? forwarded(row)
                            : event(row, stream, next.merge(stream, 1L, Long::sum) - 1));
        }
        return messages;
    }

    private long lastSequenceOf(Stream stream) {
        Long last = lastSequences.get(stream);
        if (last == null) {
            throw new IllegalStateException(
                    "no sequence is kept for %s/%d".formatted(stream.topic(), stream.partition()));
        }
        return last;
    }

    private static ProducerRecord<@Nullable String, byte @Nullable []> event(
            OutboxRow row, Stream stream, long sequence) {
        var message =
                new ProducerRecord<@Nullable String, byte @Nullable []>(
                        row.topic(), stream.partition(), row.key(), row.payload());
        EncodedEvent.headers(
                        Topic.named(row.topic()),
                        stream.partition(),
                        Objects.requireNonNull(row.key()),
                        Objects.requireNonNull(row.type()),
                        Objects.requireNonNull(row.time()),
                        sequence)
                .forEach((name, value) ->
                        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        if (row.traceparent() != null) {
            message.headers()
                    .add(TraceParent.HEADER, row.traceparent().getBytes(StandardCharsets.US_ASCII));
        }
        return message;
    }

    private static ProducerRecord<@Nullable String, byte @Nullable []> forwarded(OutboxRow row) {
        var message =
                new ProducerRecord<@Nullable String, byte @Nullable []>(
                        row.topic(), row.key(), row.payload());
        row.headers().forEach(header -> message.headers().add(header.name(), header.value()));
        return message;
    }
}
