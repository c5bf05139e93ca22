package org.carbonmarket.settlement.bank.withdrawals;

import org.carbonmarket.edge.request.Fields;
import org.carbonmarket.events.quantity.Money;

/** How much money to pay out. */
record RequestWithdrawal(Money amount) {

    RequestWithdrawal checked() {
        return new RequestWithdrawal(Fields.positive("amount", amount));
    }
}
