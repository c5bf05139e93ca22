package org.carbonmarket.registry.holdings;

/**
 * The buckets of one holding, in tonnes. None is ever negative.
 *
 * @param available free for the holder
 * @param inTrading handed over to trading
 * @param delivering locked for deliveries
 * @param frozen held back
 */
public record Balance(long available, long inTrading, long delivering, long frozen) {

    public static final Balance EMPTY = new Balance(0, 0, 0, 0);

    public Balance {
        if (available < 0 || inTrading < 0 || delivering < 0 || frozen < 0) {
            throw new IllegalArgumentException("a bucket must not be negative");
        }
    }

    /** The tonnes in one bucket. */
    public long in(Bucket bucket) {
        return switch (bucket) {
            case AVAILABLE -> available;
            case IN_TRADING -> inTrading;
            case DELIVERING -> delivering;
            case FROZEN -> frozen;
        };
    }

    /** All buckets together. */
    public long total() {
        return Math.addExact(
                Math.addExact(available, inTrading), Math.addExact(delivering, frozen));
    }

    /** The balance after an entry; refuses to go below zero. */
    Balance after(Bucket bucket, long tonnes) {
        long changed = Math.addExact(in(bucket), tonnes);
        return switch (bucket) {
            case AVAILABLE -> new Balance(changed, inTrading, delivering, frozen);
            case IN_TRADING -> new Balance(available, changed, delivering, frozen);
            case DELIVERING -> new Balance(available, inTrading, changed, frozen);
            case FROZEN -> new Balance(available, inTrading, delivering, changed);
        };
    }
}
