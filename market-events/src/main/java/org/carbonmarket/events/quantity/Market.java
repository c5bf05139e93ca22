package org.carbonmarket.events.quantity;

/** The markets of the platform. Each has its own engine, log and partition in market topics. */
public enum Market {
    /** The national market. */
    CN(0),
    /** The Hubei regional pilot. */
    HB(1),
    /** The Guangdong regional pilot. */
    GD(2);

    private final int partition;

    Market(int partition) {
        this.partition = partition;
    }

    /** The partition of this market in every topic that is partitioned by market. */
    public int partition() {
        return partition;
    }

    /** The market of a partition; the inverse of {@link #partition()}. */
    public static Market ofPartition(int partition) {
        for (Market market : values()) {
            if (market.partition == partition) {
                return market;
            }
        }
        throw new IllegalArgumentException("no market has partition " + partition);
    }
}
