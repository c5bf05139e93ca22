package org.carbonmarket.ledger;

import org.jspecify.annotations.Nullable;

/** One side of a posting, as the chain seals it and the tables keep it. */
public interface ChainedEntry {

    /** The account's number, or the name of the system account. */
    String placeName();

    /** The bucket of the account; null for a system account. */
    @Nullable String bucketName();

    /** What kind of value moves: a product, or what the money is for. */
    String kindName();

    /** In the ledger's unit, positive into the place, negative out of it, never zero. */
    long amount();
}
