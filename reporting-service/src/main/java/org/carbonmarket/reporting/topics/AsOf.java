package org.carbonmarket.reporting.topics;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much an answer knows.
 *
 * @param time the latest business time folded in; absent before the first event
 * @param sequences the newest sequence folded in, by topic and partition, as in {@code
 *     trading.trades-0}
 */
public record AsOf(@Nullable OffsetDateTime time, Map<String, Long> sequences) {

    public AsOf {
        sequences = Collections.unmodifiableMap(new TreeMap<>(sequences));
    }

    static AsOf of(List<Folded> partitions) {
        OffsetDateTime latest = null;
        Map<String, Long> sequences = new TreeMap<>();
        for (Folded row : partitions) {
            sequences.put(row.topic().topicName() + "-" + row.partition(), row.lastSequence());
            latest = latest == null || row.lastAt().isAfter(latest) ? row.lastAt() : latest;
        }
        return new AsOf(latest, sequences);
    }
}
