package org.carbonmarket.trading.engine.book;

/**
 * A set of level numbers, kept as a tree of 64-bit words: a bit of an upper word says that the word
 * below it is not empty, so the nearest member is found in a few steps over any distance.
 */
final class OccupiedPrices {

    private static final int WORD = 6;

    private final long[][] tiers;
    private final long[] bottom;

    OccupiedPrices(int levels) {
        int depth = 1;
        for (long words = wordsFor(levels); words > 1; words = wordsFor(words)) {
            depth++;
        }
        tiers = new long[depth][];
        long members = levels;
        for (int tier = 0; tier < depth; tier++) {
            members = wordsFor(members);
            tiers[tier] = new long[(int) members];
        }
        bottom = tiers[0];
    }

    private static long wordsFor(long members) {
        return (members + 63) >>> WORD;
    }

    void add(int level) {
        int word = level >>> WORD;
        long before = bottom[word];
        bottom[word] = before | 1L << level;
        if (before == 0) {
            raise(word);
        }
    }

    private void raise(int word) {
        int at = word;
        for (int tier = 1; tier < tiers.length; tier++) {
            long[] words = tiers[tier];
            long before = words[at >>> WORD];
            words[at >>> WORD] = before | 1L << at;
            if (before != 0) {
                return;
            }
            at >>>= WORD;
        }
    }

    void remove(int level) {
        int word = level >>> WORD;
        long after = bottom[word] & ~(1L << level);
        bottom[word] = after;
        if (after == 0) {
            lower(word);
        }
    }

    private void lower(int word) {
        int at = word;
        for (int tier = 1; tier < tiers.length; tier++) {
            long[] words = tiers[tier];
            long after = words[at >>> WORD] & ~(1L << at);
            words[at >>> WORD] = after;
            if (after != 0) {
                return;
            }
            at >>>= WORD;
        }
    }

    /** The nearest member above {@code level}, or {@code none}. */
    int above(int level, int none) {
        int word = level >>> WORD;
        // Two shifts, because a shift by 64 would be a shift by nothing.
        long higher = bottom[word] & -1L << level << 1;
        if (higher != 0) {
            return (word << WORD) + Long.numberOfTrailingZeros(higher);
        }
        return climbAbove(word, none);
    }

    private int climbAbove(int word, int none) {
        int at = word;
        for (int tier = 1; tier < tiers.length; tier++) {
            long higher = tiers[tier][at >>> WORD] & -1L << at << 1;
            if (higher != 0) {
                int found = (at >>> WORD << WORD) + Long.numberOfTrailingZeros(higher);
                return descendLowest(tier, found);
            }
            at >>>= WORD;
        }
        return none;
    }

    private int descendLowest(int tier, int member) {
        int at = member;
        for (int below = tier - 1; below >= 0; below--) {
            at = (at << WORD) + Long.numberOfTrailingZeros(tiers[below][at]);
        }
        return at;
    }

    /** The nearest member below {@code level}, or {@code none}. */
    int below(int level, int none) {
        int word = level >>> WORD;
        long lower = bottom[word] & ~(-1L << level);
        if (lower != 0) {
            return (word << WORD) + 63 - Long.numberOfLeadingZeros(lower);
        }
        return climbBelow(word, none);
    }

    private int climbBelow(int word, int none) {
        int at = word;
        for (int tier = 1; tier < tiers.length; tier++) {
            long lower = tiers[tier][at >>> WORD] & ~(-1L << at);
            if (lower != 0) {
                int found = (at >>> WORD << WORD) + 63 - Long.numberOfLeadingZeros(lower);
                return descendHighest(tier, found);
            }
            at >>>= WORD;
        }
        return none;
    }

    private int descendHighest(int tier, int member) {
        int at = member;
        for (int below = tier - 1; below >= 0; below--) {
            at = (at << WORD) + 63 - Long.numberOfLeadingZeros(tiers[below][at]);
        }
        return at;
    }
}
