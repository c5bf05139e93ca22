package org.carbonmarket.events.quantity;

/**
 * An amount of money, never negative; written as decimal yuan ({@code "210230053.25"}).
 *
 * @param fen hundredths of a yuan
 */
public record Money(long fen) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    public Money {
        if (fen < 0) {
            throw new IllegalArgumentException("money must not be negative: " + fen + " fen");
        }
    }

    public static Money ofFen(long fen) {
        return new Money(fen);
    }

    /** Reads a decimal with at most two decimals; refuses signs, blanks and overflow. */
    public static Money ofYuan(String yuan) {
        return new Money(Yuan.parse(yuan));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    /** Refuses a result below zero. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    public boolean isZero() {
        return fen == 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    public String toString() {
        return Yuan.format(fen);
    }
}
