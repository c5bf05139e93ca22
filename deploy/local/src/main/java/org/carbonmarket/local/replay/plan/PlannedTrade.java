package org.carbonmarket.local.replay.plan;

/**
 * A trade to be made.
 *
 * @param price fen per tonne
 */
public record PlannedTrade(long price, long tonnes) {

    /** In fen. */
    public long amount() {
        return Math.multiplyExact(price, tonnes);
    }
}
