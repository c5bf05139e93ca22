package org.carbonmarket.registry.holdings;

import org.carbonmarket.events.quantity.AccountId;

/** Where an entry puts tonnes, or takes them from. */
public sealed interface Place {

    /** A bucket of an account. */
    record Held(AccountId account, Bucket bucket) implements Place {}

    /** The other side of what comes into being or leaves: its sum is the negative of all held. */
    enum SystemAccount implements Place {
        /** The source of everything issued. */
        ISSUANCE
    }
}
