package org.carbonmarket.registry.holdings;

import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.ledger.ChainedEntry;
import org.jspecify.annotations.Nullable;

/**
 * One side of a posting.
 *
 * @param tonnes positive into the place, negative out of it, never zero
 */
public record Entry(Place place, ProductCode product, long tonnes) implements ChainedEntry {

    public Entry {
        if (tonnes == 0) {
            throw new IllegalArgumentException("an entry moves at least one tonne");
        }
    }

    @Override
    public String placeName() {
        return switch (place) {
            case Place.Held(var account, _) -> account.value();
            case Place.SystemAccount system -> system.name();
        };
    }

    @Override
    public @Nullable String bucketName() {
        return switch (place) {
            case Place.Held(_, var bucket) -> bucket.name();
            case Place.SystemAccount _ -> null;
        };
    }

    @Override
    public String kindName() {
        return product.value();
    }

    @Override
    public long amount() {
        return tonnes;
    }
}
