package org.carbonmarket.registry.entrustment;

import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.holdings.Bucket;

/** Where allowances go that a market let go of because they were called back. */
public interface RecalledAllowances {

    /**
     * The bucket a recall is for, held to that until the transaction ends; the holding is locked.
     */
    Bucket destinationOf(String recall);

    /** What came back of a recall, when it was put into its bucket. */
    void arrived(String recall, Tonnes tonnes);
}
