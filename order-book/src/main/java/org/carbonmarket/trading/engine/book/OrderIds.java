package org.carbonmarket.trading.engine.book;

/**
 * Order id to slot: open addressing with linear probing over slots alone; whose id it is stands in
 * the order's record, which the caller wants next anyhow. At most a quarter of the places is taken,
 * so nearly every id is where its hash says. A removal closes the gap it leaves, so no tombstones
 * pile up however many orders come and go.
 */
final class OrderIds {

    static final int NONE = 0;

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    /** The most places taken is one in two to this power. */
    private static final int SPARSE = 2;

    private final RestingOrders orders;

    /** Slots by place; {@link #NONE} where the place is free. */
    private int[] slots;

    private int mask;
    private int shift;
    private int size;

    OrderIds(int expected, RestingOrders orders) {
        this.orders = orders;
        slots = new int[Integer.highestOneBit(Math.max(4, expected)) << (SPARSE + 1)];
        measure();
    }

    private void measure() {
        mask = slots.length - 1;
        shift = Long.numberOfLeadingZeros(mask);
    }

    private int home(long id) {
        return (int) ((id * GOLDEN_RATIO) >>> shift);
    }

    int size() {
        return size;
    }

    int get(long id) {
        return slots[place(id)];
    }

    /** Where an id is, or the free place where it would be. */
    private int place(long id) {
        int at = home(id);
        int slot = slots[at];
        while (slot != NONE && orders.id(slot) != id) {
            at = at + 1 & mask;
            slot = slots[at];
        }
        return at;
    }

    /** Adds an order whose id is not here yet. */
    void add(long id, int slot) {
        if (size << SPARSE > mask) {
            grow();
        }
        slots[place(id)] = slot;
        size++;
    }

    /** Removes an id and answers its slot, {@link #NONE} when it was not here. */
    int remove(long id) {
        int at = place(id);
        int slot = slots[at];
        if (slot != NONE) {
            closeGap(at);
            size--;
        }
        return slot;
    }

    private void closeGap(int gap) {
        int hole = gap;
        int at = hole + 1 & mask;
        for (int slot = slots[at]; slot != NONE; slot = slots[at]) {
            int home = home(orders.id(slot));
            boolean mayMoveBack = (at - home & mask) >= (at - hole & mask);
            if (mayMoveBack) {
                slots[hole] = slot;
                hole = at;
            }
            at = at + 1 & mask;
        }
        slots[hole] = NONE;
    }

    private void grow() {
        int[] old = slots;
        slots = new int[Math.multiplyExact(old.length, 2)];
        measure();
        for (int slot : old) {
            if (slot != NONE) {
                slots[place(orders.id(slot))] = slot;
            }
        }
    }
}
