package org.carbonmarket.delivery.inbox;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How one consumer of this process fares. Thread-safe. */
final class ConsumerState {

    private final String name;
    private final Set<Object> assigned =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    private final Map<Stream, Position> positions = new ConcurrentHashMap<>();
    private volatile @Nullable RuntimeException stop;
    private final Set<Stream> failing = ConcurrentHashMap.newKeySet();

    ConsumerState(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** A channel got its partitions, perhaps none, because others have them. */
    void assigned(Object channel) {
        assigned.add(channel);
    }

    int assignedChannels() {
        return assigned.size();
    }

    void reached(Map<Stream, Position> reached) {
        positions.putAll(reached);
    }

    /** Others go on from there. */
    void gaveUp(Collection<Stream> streams) {
        positions.keySet().removeAll(streams);
        failing.removeAll(streams);
    }

    Map<Stream, Position> positions() {
        return positions;
    }

    /** Notes a failure with these streams; true for the first of a row. */
    boolean failed(Set<Stream> streams) {
        return failing.addAll(streams);
    }

    void recovered(Set<Stream> streams) {
        failing.removeAll(streams);
    }

    boolean isFailing() {
        return !failing.isEmpty();
    }

    /** For good: until an operator has looked and the process is started again. */
    void stop(RuntimeException reason) {
        stop = reason;
    }

    @Nullable RuntimeException stopped() {
        return stop;
    }

    void requireNotStopped() {
        RuntimeException reason = stop;
        if (reason != null) {
            throw reason;
        }
    }
}
