package org.carbonmarket.delivery.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of each message of a batch: handed over, kept, or dropped as one that was
 * dealt with before. Pure; the database is asked before and told after.
 */
final class Sorting {

    private final String consumer;
    private final Map<Stream, Position> positions;
    private final Set<MessageKey> keysWithDeadLetters;
    private final Set<Stream> stopped = new HashSet<>();
    private final List<Received> accepted = new ArrayList<>();
    private final List<KeptMessage> kept = new ArrayList<>();
    private int redelivered;
    private int duplicates;
    private @Nullable SequenceGap gap;

    Sorting(String consumer, Map<Stream, Position> positions, Set<MessageKey> keysWithDeadLetters) {
        this.consumer = consumer;
        this.positions = new HashMap<>(positions);
        this.keysWithDeadLetters = new HashSet<>(keysWithDeadLetters);
    }

    /** Takes the next message of a batch. */
    void take(Arrival arrival) {
        Stream stream = arrival.stream();
        Position position = positions.getOrDefault(stream, Position.START);
        if (stopped.contains(stream)) {
            return;
        }
        if (arrival.offset() < position.nextOffset()) {
            redelivered++;
            return;
        }
        if (!arrival.hasSequence()) {
            advance(stream, arrival, position.lastSequence());
            place(arrival);
        } else if (wasSaidBefore(arrival, position)) {
            duplicates++;
            advance(stream, arrival, position.lastSequence());
        } else if (leavesGap(arrival, position)) {
            stopped.add(stream);
            gap = new SequenceGap(consumer, arrival, position.lastSequence() + 1);
        } else {
            advance(stream, arrival, arrival.sequence());
            place(arrival);
        }
    }

    /** Quotes of several products share a sequence: the moment on the market log they show. */
    private static boolean wasSaidBefore(Arrival arrival, Position position) {
        return arrival.topic() == Topic.TRADING_QUOTES
                ? arrival.sequence() < position.lastSequence()
                : arrival.sequence() <= position.lastSequence();
    }

    /** Compaction takes events away, so that a compacted topic's sequence only grows. */
    private static boolean leavesGap(Arrival arrival, Position position) {
        return !arrival.topic().access().isCompacted()
                && arrival.sequence() != position.lastSequence() + 1;
    }

    private void advance(Stream stream, Arrival arrival, long sequence) {
        positions.put(stream, new Position(arrival.offset() + 1, sequence));
    }

    private void place(Arrival arrival) {
        MessageKey key = new MessageKey(arrival.topic(), arrival.key());
        PublishedEvent event = arrival.event();
        if (event == null) {
            keysWithDeadLetters.add(key);
            kept.add(new KeptMessage(arrival, false));
        } else if (keysWithDeadLetters.contains(key)) {
            kept.add(new KeptMessage(arrival, true));
        } else {
            accepted.add(arrival.received(event));
        }
    }

    List<Received> accepted() {
        return accepted;
    }

    List<KeptMessage> kept() {
        return kept;
    }

    /** Where the consumer stands after this batch. */
    Map<Stream, Position> positions() {
        return positions;
    }

    /** Messages that came again because a position was behind, as after a crash. */
    int redelivered() {
        return redelivered;
    }

    /** Messages the publisher sent twice. */
    int duplicates() {
        return duplicates;
    }

    /** The gap that stops a stream of this batch, if one does; what came before it is good. */
    @Nullable SequenceGap gap() {
        return gap;
    }
}
