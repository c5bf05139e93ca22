package org.carbonmarket.registry.holdings;

import org.carbonmarket.events.quantity.AccountId;

/** Where an entry puts tonnes, or takes them from. */
public sealed interface Place {

    /** A bucket of an account. */
    record Held(AccountId account, Bucket bucket) implements Place {}

    /** The other side of what comes into being or leaves: its sum is the negative of all held. */
    enum SystemAccount implements Place {
        /** The source of everything issued. */
        ISSUANCE,
        /** Holds the credits behind fungible units, and owes the units. */
        CREDIT_POOL,
        /** Credits that were used, by their serials. */
        RETIRED,
        /** Allowances that met an obligation. */
        SURRENDERED,
        /** Allowances given up of free will. */
        CANCELLED,
        /** Between an old vintage and the one it is carried over into. */
        CARRY_OVER,
        /** Allowances that can no longer be used. */
        LAPSED
    }
}
