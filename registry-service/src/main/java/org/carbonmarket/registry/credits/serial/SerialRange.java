package org.carbonmarket.registry.credits.serial;

/**
 * Serial numbers from first to last, both included. Every credit of every project has one number;
 * they count from 1 without a gap.
 *
 * @param first at least 1
 * @param last not before first
 */
public record SerialRange(long first, long last) implements Comparable<SerialRange> {

    public SerialRange {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("no serial range: " + first + " to " + last);
        }
        if (last == Long.MAX_VALUE) {
            throw new IllegalArgumentException("serial numbers end before " + last);
        }
    }

    /** The range of so many units that begins at a serial. */
    public static SerialRange of(long first, long units) {
        return new SerialRange(first, Math.addExact(first, units) - 1);
    }

    /** One unit is one tonne. */
    public long units() {
        return last - first + 1;
    }

    public boolean overlaps(SerialRange other) {
        return first <= other.last && other.first <= last;
    }

    public boolean contains(SerialRange other) {
        return first <= other.first && other.last <= last;
    }

    @Override
    public int compareTo(SerialRange other) {
        return Long.compare(first, other.first);
    }

    @Override
    public String toString() {
        return first == last ? Long.toString(first) : first + "-" + last;
    }
}
