package org.carbonmarket.registry.holdings.ledger;

import org.carbonmarket.events.quantity.ProductCode;

/**
 * A product over all accounts, in tonnes. What was issued is summed from the ledger's entries, the
 * buckets from the holdings, so that comparing them means something.
 *
 * @param balanced whether issued equals all buckets together (invariant I1)
 */
record ProductTotals(
        ProductCode product,
        long issued,
        long available,
        long inTrading,
        long delivering,
        long frozen,
        boolean balanced) {}
