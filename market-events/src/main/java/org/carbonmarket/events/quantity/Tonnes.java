package org.carbonmarket.events.quantity;

/**
 * A quantity of allowances or credits in whole tonnes of CO2 equivalent, never negative.
 *
 * @param value tonnes
 */
public record Tonnes(long value) implements Comparable<Tonnes> {

    public static final Tonnes ZERO = new Tonnes(0);

    public Tonnes {
        if (value < 0) {
            throw new IllegalArgumentException("tonnes must not be negative: " + value);
        }
    }

    public static Tonnes of(long value) {
        return new Tonnes(value);
    }

    public Tonnes plus(Tonnes other) {
        return new Tonnes(Math.addExact(value, other.value));
    }

    /** Refuses a result below zero. */
    public Tonnes minus(Tonnes other) {
        return new Tonnes(Math.subtractExact(value, other.value));
    }

    public boolean isZero() {
        return value == 0;
    }

    @Override
    public int compareTo(Tonnes other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
