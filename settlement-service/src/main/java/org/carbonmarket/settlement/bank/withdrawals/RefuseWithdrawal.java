package org.carbonmarket.settlement.bank.withdrawals;

import org.carbonmarket.edge.request.Fields;

/** Why a withdrawal is refused. */
record RefuseWithdrawal(String reason) {

    RefuseWithdrawal checked() {
        return new RefuseWithdrawal(Fields.text("reason", reason, 500));
    }
}
