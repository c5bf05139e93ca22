package org.carbonmarket.benchmark;

import java.util.Arrays;

/**
 * Commands made before the clock starts, in flat arrays. After the last one a book is empty again,
 * so that the same commands can be given over and over.
 */
final class Commands {

    static final int PLACE = 0;
    static final int IMMEDIATE_OR_CANCEL = 1;
    static final int CANCEL = 2;

    /** A new price for an order; its quantity stays what it has left. */
    static final int REPLACE = 3;

    private byte[] kinds = new byte[1 << 16];
    private int[] ids = new int[1 << 16];
    private int[] prices = new int[1 << 16];
    private int[] quantities = new int[1 << 16];
    private int size;

    void add(int kind, int id, boolean buy, int price, int quantity) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size << 1);
            ids = Arrays.copyOf(ids, size << 1);
            prices = Arrays.copyOf(prices, size << 1);
            quantities = Arrays.copyOf(quantities, size << 1);
        }
        kinds[size] = (byte) (kind << 1 | (buy ? 1 : 0));
        ids[size] = id;
        prices[size] = price;
        quantities[size] = quantity;
        size++;
    }

    int size() {
        return size;
    }

    int kind(int n) {
        return kinds[n] >> 1;
    }

    boolean isBuy(int n) {
        return (kinds[n] & 1) != 0;
    }

    int id(int n) {
        return ids[n];
    }

    int price(int n) {
        return prices[n];
    }

    int quantity(int n) {
        return quantities[n];
    }
}
