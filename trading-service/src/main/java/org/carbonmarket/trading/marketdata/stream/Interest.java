package org.carbonmarket.trading.marketdata.stream;

import java.util.Set;
import org.carbonmarket.events.quantity.ProductCode;

/**
 * What a reader wants of a market.
 *
 * @param products empty: all
 * @param kinds never empty
 */
record Interest(Set<ProductCode> products, Set<FeedEvent.Kind> kinds) {

    Interest {
        products = Set.copyOf(products);
        kinds = Set.copyOf(kinds);
    }

    /** What concerns the whole market concerns every product. */
    boolean includes(FeedEvent event) {
        return kinds.contains(event.kind())
                && (products.isEmpty()
                        || event.product() == null
                        || products.contains(event.product()));
    }
}
