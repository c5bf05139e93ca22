package org.carbonmarket.events.quantity;

/**
 * A price in yuan per tonne on the tick of 0.01, above zero; written as a decimal ({@code
 * "48.00"}).
 *
 * @param fen fen per tonne
 */
public record Price(long fen) implements Comparable<Price> {

    private static final long PER_TEN_THOUSAND = 10_000;

    public Price {
        if (fen <= 0) {
            throw new IllegalArgumentException("a price must be above zero: " + fen + " fen");
        }
    }

    public static Price ofFen(long fen) {
        return new Price(fen);
    }

    /** Reads a decimal with at most two decimals: a third would be off the tick. */
    public static Price ofYuan(String yuan) {
        return new Price(Yuan.parse(yuan));
    }

    public Money times(Tonnes quantity) {
        return new Money(Math.multiplyExact(fen, quantity.value()));
    }

    /** The upper price limit: this close plus {@code band} hundredths of a percent, half up. */
    public Price upperLimit(int band) {
        return limit(PER_TEN_THOUSAND + band);
    }

    /** The lower price limit: this close minus {@code band} hundredths of a percent, half up. */
    public Price lowerLimit(int band) {
        return limit(PER_TEN_THOUSAND - band);
    }

    private Price limit(long factor) {
        long scaled = Math.multiplyExact(fen, factor);
        return new Price(Math.addExact(scaled, PER_TEN_THOUSAND / 2) / PER_TEN_THOUSAND);
    }

    /** The volume-weighted average of {@code amount} over {@code volume}, half up to the tick. */
    public static Price average(Money amount, Tonnes volume) {
        long tonnes = volume.value();
        long whole = amount.fen() / tonnes;
        long rest = amount.fen() % tonnes;
        return new Price(rest >= tonnes - rest ? whole + 1 : whole);
    }

    @Override
    public int compareTo(Price other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    public String toString() {
        return Yuan.format(fen);
    }
}
