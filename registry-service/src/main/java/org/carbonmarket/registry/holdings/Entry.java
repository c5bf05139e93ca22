package org.carbonmarket.registry.holdings;

import org.carbonmarket.events.quantity.ProductCode;

/**
 * One side of a posting.
 *
 * @param tonnes positive into the place, negative out of it, never zero
 */
public record Entry(Place place, ProductCode product, long tonnes) {

    public Entry {
        if (tonnes == 0) {
            throw new IllegalArgumentException("an entry moves at least one tonne");
        }
    }
}
