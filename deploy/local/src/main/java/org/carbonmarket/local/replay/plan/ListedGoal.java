package org.carbonmarket.local.replay.plan;

/**
 * What a product's listed trades of a day must come to.
 *
 * @param open the first trade's price in fen
 * @param high in fen
 * @param low in fen
 * @param tonnes the volume, above zero
 * @param fen the amount
 */
public record ListedGoal(long open, long high, long low, long tonnes, long fen) {

    public ListedGoal {
        if (low <= 0 || low > open || open > high || tonnes <= 0) {
            throw new IllegalArgumentException("no day's prices and volume");
        }
    }

    /** Prices that must occur: 1 to 3. */
    int prices() {
        return spread() == 0 ? 1 : (open == low || open == high ? 2 : 3);
    }

    /** The width of the day in fen. */
    long spread() {
        return high - low;
    }

    /** What the opening lies above the low, in fen per tonne. */
    long openExcess() {
        return open - low;
    }

    /** What the amount lies above the volume at the low, in fen. */
    long excess() {
        return Math.subtractExact(fen, Math.multiplyExact(low, tonnes));
    }

    /** What one tonne at each of the prices that must occur lies above the low, in fen. */
    long neededExcess() {
        return prices() == 3 ? spread() + openExcess() : spread();
    }

    /**
     * Whether any set of trades of whole tonnes gives this: a tonne for each price that must occur,
     * and every other tonne between low and high, which reaches every fen in between.
     */
    public boolean isPossible() {
        long others = tonnes - prices();
        long least = neededExcess();
        return others >= 0
                && excess() >= least
                && excess() <= Math.addExact(least, Math.multiplyExact(others, spread()));
    }
}
