package org.carbonmarket.registry.holdings.ledger;

import org.carbonmarket.events.quantity.ProductCode;

/**
 * A product over all accounts, in tonnes. What came and what left is summed from the ledger's
 * entries, the buckets from the holdings, so that comparing them means something.
 *
 * @param issued by allocation or for verified reductions, less what was taken back
 * @param converted came from other products (credits pooled, vintages carried over), or went into
 *     others when negative
 * @param left surrendered, retired, cancelled and lapsed, each an act of its own
 * @param balanced whether issued and converted equal all buckets and all that left (invariant I1)
 */
public record ProductTotals(
        ProductCode product,
        long issued,
        long converted,
        long available,
        long inTrading,
        long delivering,
        long frozen,
        Left left,
        boolean balanced) {

    /** What left the market for good. */
    public record Left(long surrendered, long retired, long cancelled, long lapsed) {

        long total() {
            return Math.addExact(
                    Math.addExact(surrendered, retired), Math.addExact(cancelled, lapsed));
        }
    }
}
