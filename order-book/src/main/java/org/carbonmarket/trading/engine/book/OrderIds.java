package org.carbonmarket.trading.engine.book;

/**
 * Order id to slot: open addressing with linear probing, id and slot side by side so that a lookup
 * touches one cache line. A removal closes the gap it leaves, so no tombstones pile up however many
 * orders come and go.
 */
final class OrderIds {

    static final int NONE = 0;

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    /** Pairs of id and slot; a pair with slot {@link #NONE} is free. */
    private long[] pairs;

    private int mask;
    private int shift;
    private int size;

    OrderIds(int expected) {
        allocate(Math.max(16, Integer.highestOneBit(Math.max(1, expected)) << 2));
    }

    private void allocate(int places) {
        pairs = new long[places << 1];
        mask = places - 1;
        shift = Long.SIZE - Integer.numberOfTrailingZeros(places);
    }

    private int home(long id) {
        return (int) ((id * GOLDEN_RATIO) >>> shift);
    }

    int size() {
        return size;
    }

    int get(long id) {
        int at = home(id);
        while (true) {
            int slot = (int) pairs[(at << 1) + 1];
            if (slot == NONE || pairs[at << 1] == id) {
                return slot;
            }
            at = at + 1 & mask;
        }
    }

    /** Adds an id that is not here yet. */
    void add(long id, int slot) {
        if (size << 1 > mask) {
            grow();
        }
        insert(id, slot);
        size++;
    }

    private void insert(long id, int slot) {
        int at = home(id);
        while ((int) pairs[(at << 1) + 1] != NONE) {
            at = at + 1 & mask;
        }
        pairs[at << 1] = id;
        pairs[(at << 1) + 1] = slot;
    }

    /** Removes an id and answers its slot, {@link #NONE} when it was not here. */
    int remove(long id) {
        int at = home(id);
        while (true) {
            int slot = (int) pairs[(at << 1) + 1];
            if (slot == NONE) {
                return NONE;
            }
            if (pairs[at << 1] == id) {
                closeGap(at);
                size--;
                return slot;
            }
            at = at + 1 & mask;
        }
    }

    private void closeGap(int gap) {
        int hole = gap;
        int at = hole;
        while (true) {
            at = at + 1 & mask;
            long slot = pairs[(at << 1) + 1];
            if (slot == NONE) {
                pairs[(hole << 1) + 1] = NONE;
                return;
            }
            long id = pairs[at << 1];
            boolean mayMoveBack = (at - home(id) & mask) >= (at - hole & mask);
            if (mayMoveBack) {
                pairs[hole << 1] = id;
                pairs[(hole << 1) + 1] = slot;
                hole = at;
            }
        }
    }

    private void grow() {
        long[] old = pairs;
        allocate(old.length);
        for (int pair = 0; pair < old.length; pair += 2) {
            if (old[pair + 1] != NONE) {
                insert(old[pair], (int) old[pair + 1]);
            }
        }
    }
}
