package org.carbonmarket.trading.http;

import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;

/** The account a participant acts for where the request names none. */
public final class OwnAccount {

    private OwnAccount() {}

    /**
     * The account of the caller's token.
     *
     * @throws Refusal 403 for a token without an account
     */
    public static AccountId of(Caller caller) {
        return caller.account()
                .orElseThrow(() ->
                        new Refusal(403, "NO_ACCOUNT", null, "The token carries no account."));
    }
}
