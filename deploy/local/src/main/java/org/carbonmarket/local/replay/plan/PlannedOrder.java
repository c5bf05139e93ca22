package org.carbonmarket.local.replay.plan;

/**
 * A listed order to be entered.
 *
 * @param price its limit in fen per tonne
 */
public record PlannedOrder(Side side, long price, long tonnes) {

    /** The sides of the market, by their names in its API. */
    public enum Side {
        BUY,
        SELL
    }
}
