package org.carbonmarket.trading.engine;

import java.util.Arrays;
import java.util.TreeMap;
import org.agrona.collections.Long2LongHashMap;
import org.carbonmarket.events.marketlog.MarketCommand.SourcePosition;
import org.carbonmarket.trading.engine.snapshot.SnapshotReader;
import org.carbonmarket.trading.engine.snapshot.SnapshotWriter;

/** The newest fact taken of every source partition, so that a fact bridged twice counts once. */
final class SeenFacts {

    private static final long NONE = 0;

    private final TreeMap<String, Long2LongHashMap> byTopic = new TreeMap<>();

    /** Remembers a fact. Tells whether it is newer than all before it. */
    boolean isNew(SourcePosition source) {
        Long2LongHashMap partitions =
                byTopic.computeIfAbsent(source.topic(), topic -> new Long2LongHashMap(NONE));
        if (source.sequence() <= partitions.get(source.partition())) {
            return false;
        }
        partitions.put(source.partition(), source.sequence());
        return true;
    }

    void write(SnapshotWriter to) {
        to.int32(byTopic.size());
        byTopic.forEach((topic, partitions) -> {
            to.text(topic);
            to.int32(partitions.size());
            long[] sorted = new long[partitions.size()];
            int size = 0;
            for (Long2LongHashMap.KeyIterator key = partitions.keySet().iterator();
                    key.hasNext(); ) {
                sorted[size++] = key.nextValue();
            }
            Arrays.sort(sorted);
            for (long partition : sorted) {
                to.int64(partition);
                to.int64(partitions.get(partition));
            }
        });
    }

    static SeenFacts read(SnapshotReader from) {
        SeenFacts seen = new SeenFacts();
        for (int topics = from.count(); topics > 0; topics--) {
            Long2LongHashMap partitions = new Long2LongHashMap(NONE);
            seen.byTopic.put(from.text(), partitions);
            for (int left = from.count(); left > 0; left--) {
                partitions.put(from.int64(), from.int64());
            }
        }
        return seen;
    }
}
