package org.carbonmarket.trading.engine.risk;

/**
 * What a market can hold at most, far above any real figure. Within these bounds no sum of buckets,
 * no amount and no fee can leave the range of a long, so the engine never overflows; what would
 * exceed them is refused or handed back at the door.
 */
public final class Capacity {

    /** All money in a market, in fen: ten thousand million million yuan. */
    public static final long MONEY = 1_000_000_000_000_000_000L;

    /** All allowances of a product in a market, in tonnes: a million million. */
    public static final long TONNES = 1_000_000_000_000L;

    /** The highest price of a product, in fen per tonne: 10,000 yuan. */
    public static final long PRICE = 1_000_000;

    private Capacity() {}

    /** Whether {@code more} fits beside what is held already. */
    public static boolean fits(long held, long more, long capacity) {
        return more <= capacity - held;
    }
}
