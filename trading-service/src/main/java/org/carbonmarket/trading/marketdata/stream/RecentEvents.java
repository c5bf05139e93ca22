package org.carbonmarket.trading.marketdata.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The newest events of one gapless sequence, up to a number. Not thread-safe. */
final class RecentEvents {

    private final @Nullable FeedEvent[] events;
    private long first;
    private long last;

    /**
     * @param last the number of the newest event that is kept elsewhere, 0 when none is
     */
    RecentEvents(int capacity, long last) {
        this.events = new FeedEvent[capacity];
        this.first = last + 1;
        this.last = last;
    }

    /** The number of the newest event. */
    long last() {
        return last;
    }

    /**
     * Takes an event; one taken before changes nothing. After a gap only what follows it is held.
     *
     * @return whether it is new
     */
    boolean take(FeedEvent event) {
        long sequence = event.sequence();
        if (sequence <= last) {
            return false;
        }
        if (sequence != last + 1) {
            first = sequence;
        }
        last = sequence;
        first = Math.max(first, last - events.length + 1);
        events[slot(sequence)] = event;
        return true;
    }

    /** Whether everything after this number is here. */
    boolean reaches(long sequence) {
        return sequence + 1 >= first;
    }

    /** The first events after a number, in order, at most so many. */
    List<FeedEvent> after(long sequence, int most) {
        List<FeedEvent> found = new ArrayList<>();
        for (long next = Math.max(sequence + 1, first);
                next <= last && found.size() < most;
                next++) {
            found.add(at(next));
        }
        return found;
    }

    /** The newest events, newest first, at most so many. */
    List<FeedEvent> newest(int most) {
        List<FeedEvent> found = new ArrayList<>();
        for (long next = last; next >= first && found.size() < most; next--) {
            found.add(at(next));
        }
        return found;
    }

    private FeedEvent at(long sequence) {
        return Objects.requireNonNull(events[slot(sequence)]);
    }

    private int slot(long sequence) {
        return Math.floorMod(sequence, events.length);
    }
}
