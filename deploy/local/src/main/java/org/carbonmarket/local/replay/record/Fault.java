package org.carbonmarket.local.replay.record;

import java.util.Comparator;

/**
 * Why a line of a record cannot be right.
 *
 * @param line the heading is line 1
 * @param column the name of the column at fault
 * @param reason a sentence without the stop
 */
public record Fault(long line, String column, String reason) implements Comparable<Fault> {

    private static final Comparator<Fault> ORDER =
            Comparator.comparingLong(Fault::line)
                    .thenComparing(Fault::column)
                    .thenComparing(Fault::reason);

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "line %d, %s: %s".formatted(line, column, reason);
    }
}
