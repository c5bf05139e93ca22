package org.carbonmarket.settlement.bank;

import org.carbonmarket.edge.request.Fields;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;

/** What a settlement bank says it received. */
record ConfirmDeposit(AccountId account, Money amount, String bankReference) {

    ConfirmDeposit checked() {
        return new ConfirmDeposit(
                account,
                Fields.positive("amount", amount),
                Fields.text("bankReference", bankReference, 64));
    }
}
