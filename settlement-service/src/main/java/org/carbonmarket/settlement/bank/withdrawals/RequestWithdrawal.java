package org.carbonmarket.settlement.bank.withdrawals;

import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.settlement.http.Fields;

/** How much money to pay out. */
record RequestWithdrawal(Money amount) {

    RequestWithdrawal checked() {
        return new RequestWithdrawal(Fields.positive("amount", amount));
    }
}
