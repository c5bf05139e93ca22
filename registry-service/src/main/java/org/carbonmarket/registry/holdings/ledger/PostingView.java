package org.carbonmarket.registry.holdings.ledger;

import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.registry.holdings.Bucket;
import org.carbonmarket.registry.holdings.PostingReason;

/** A posting as one account sees it: its own entries only. */
record PostingView(
        long posting,
        PostingReason reason,
        String document,
        OffsetDateTime at,
        List<EntryView> entries) {

    /** Signed tonnes into a bucket. */
    record EntryView(ProductCode product, Bucket bucket, long tonnes) {}
}
