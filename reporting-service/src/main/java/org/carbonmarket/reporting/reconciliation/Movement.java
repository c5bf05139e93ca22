package org.carbonmarket.reporting.reconciliation;

/**
 * A sum of what moved.
 *
 * @param amount tonnes, or fen where the item is {@link #MONEY}
 */
record Movement(Key key, long amount) {

    /** The item that stands for money. */
    static final String MONEY = "CNY";

    /** No market in particular. */
    static final String NO_MARKET = "";

    /**
     * What is summed up.
     *
     * @param item a product, or {@link #MONEY}
     */
    record Key(String account, String item, String market, Kind kind) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int order = account.compareTo(other.account);
            order = order == 0 ? item.compareTo(other.item) : order;
            order = order == 0 ? market.compareTo(other.market) : order;
            return order == 0 ? kind.compareTo(other.kind) : order;
        }
    }

    /** The movements between the places where value can be; the same for allowances and money. */
    enum Kind {
        /** Issued, or deposited: into {@code available}. */
        BROUGHT,
        /** Surrendered, or withdrawn: out of {@code available}. */
        TAKEN_AWAY,
        /** {@code available} to {@code inTrading}. */
        ENTRUSTED,
        /** {@code inTrading} to {@code available}. */
        RETURNED,
        /** {@code inTrading} to {@code delivering}. */
        LOCKED,
        /** {@code delivering} back to {@code inTrading}. */
        UNDONE,
        /** Out of {@code delivering}, to the other side of a trade. */
        SETTLED_AWAY,
        /** Into {@code inTrading}, from the other side of a trade. */
        SETTLED_TO,
        /** What settlement kept of a trade's money. */
        FEE,
        /** Taken up by an engine. */
        CREDITED,
        /** Let go by an engine. */
        RELEASED,
        /** Won by a trade in an engine. */
        TRADED_TO,
        /** Given for a trade in an engine. */
        TRADED_AWAY,
        /** Given back to an engine's account because a trade failed. */
        FAILED_TO,
        /** Taken back from an engine's account because a trade failed. */
        FAILED_AWAY
    }
}
