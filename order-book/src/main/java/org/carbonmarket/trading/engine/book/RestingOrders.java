package org.carbonmarket.trading.engine.book;

import java.util.Arrays;

/**
 * The resting orders' records: four words each in one growing array, addressed by slot. Slot 0 is
 * never used, so that 0 can mean "none". Free slots are chained through their links.
 */
final class RestingOrders {

    private static final int ID = 0;
    private static final int REMAINING = 1;

    /** Previous order of the level in the high half, next one in the low half. */
    private static final int LINKS = 2;

    /** Level and side in the high half, owner in the low half. */
    private static final int PLACE = 3;

    private static final int WORDS_SHIFT = 2;
    private static final long LOW = 0xFFFF_FFFFL;

    private long[] words;
    private int used = 1;
    private int free;

    RestingOrders(int expected) {
        words = new long[Math.max(16, expected + 1) << WORDS_SHIFT];
    }

    int take(long id, int owner, boolean buy, int level, long remaining) {
        int slot = free;
        if (slot != 0) {
            free = next(slot);
        } else {
            slot = fresh();
        }
        int base = slot << WORDS_SHIFT;
        words[base + ID] = id;
        words[base + REMAINING] = remaining;
        words[base + PLACE] = place(owner, buy, level);
        return slot;
    }

    private static long place(int owner, boolean buy, int level) {
        long levelAndSide = ((long) level << 1) | (buy ? 1 : 0);
        return (levelAndSide << 32) | (owner & LOW);
    }

    private int fresh() {
        int slot = used++;
        if (slot << WORDS_SHIFT >= words.length) {
            words = Arrays.copyOf(words, Math.multiplyExact(words.length, 2));
        }
        return slot;
    }

    void release(int slot) {
        link(slot, 0, free);
        free = slot;
    }

    /** Moves a record to other terms; its place in a queue is the caller's affair. */
    void change(int slot, int level, long remaining) {
        int base = slot << WORDS_SHIFT;
        words[base + REMAINING] = remaining;
        words[base + PLACE] = place(owner(slot), isBuy(slot), level);
    }

    long id(int slot) {
        return words[(slot << WORDS_SHIFT) + ID];
    }

    long remaining(int slot) {
        return words[(slot << WORDS_SHIFT) + REMAINING];
    }

    void remaining(int slot, long quantity) {
        words[(slot << WORDS_SHIFT) + REMAINING] = quantity;
    }

    int owner(int slot) {
        return (int) words[(slot << WORDS_SHIFT) + PLACE];
    }

    boolean isBuy(int slot) {
        return (words[(slot << WORDS_SHIFT) + PLACE] >>> 32 & 1) != 0;
    }

    int level(int slot) {
        return (int) (words[(slot << WORDS_SHIFT) + PLACE] >>> 33);
    }

    int next(int slot) {
        return (int) words[(slot << WORDS_SHIFT) + LINKS];
    }

    int previous(int slot) {
        return (int) (words[(slot << WORDS_SHIFT) + LINKS] >>> 32);
    }

    void link(int slot, int previous, int next) {
        words[(slot << WORDS_SHIFT) + LINKS] = (long) previous << 32 | next;
    }

    void next(int slot, int next) {
        int at = (slot << WORDS_SHIFT) + LINKS;
        words[at] = (words[at] & ~LOW) | next;
    }

    void previous(int slot, int previous) {
        int at = (slot << WORDS_SHIFT) + LINKS;
        words[at] = (words[at] & LOW) | ((long) previous << 32);
    }
}
