package org.carbonmarket.trading.engine.positions;

/** The one law of buckets: none is ever negative (I5). A breach is a defect, not a refusal. */
final class Buckets {

    private Buckets() {}

    static long minus(long bucket, long taken) {
        long rest = Math.subtractExact(bucket, taken);
        if (rest < 0 || taken < 0) {
            throw new IllegalStateException("cannot take " + taken + " out of " + bucket);
        }
        return rest;
    }

    static void requireNotNegative(long bucket, String name) {
        if (bucket < 0) {
            throw new IllegalStateException(name + " is negative: " + bucket);
        }
    }
}
