package org.carbonmarket.registry.allocation;

import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;

/**
 * What one generating unit is allocated.
 *
 * @param line the line of the file, the header being line 1
 * @param unit the unit's name in the plan
 * @param document the deciding document
 */
record AllocationLine(
        long line,
        String unit,
        AccountId account,
        ProductCode product,
        Tonnes tonnes,
        String document) {

    Grant grant() {
        return new Grant(unit, product, document);
    }

    /** What may be granted once and never again: a product to a unit under a document. */
    record Grant(String unit, ProductCode product, String document) {}
}
