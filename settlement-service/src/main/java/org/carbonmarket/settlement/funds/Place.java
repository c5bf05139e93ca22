package org.carbonmarket.settlement.funds;

import org.carbonmarket.events.quantity.AccountId;

/** Where an entry puts money, or takes it from. */
public sealed interface Place {

    /** A bucket of a participant's account: client money. */
    record Held(AccountId account, Bucket bucket) implements Place {}

    /** Accounts of the platform, apart from client money (Settlement Rules, Article 9). */
    enum SystemAccount implements Place {
        /**
         * The settlement banks' side of deposits and withdrawals: the negative of all money here.
         */
        CLIENT_BANK,
        /** The platform's own: fees earned. */
        FEES,
        /** The platform's own: set aside against failed trades. */
        RISK_RESERVE
    }
}
