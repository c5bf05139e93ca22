package org.carbonmarket.settlement.bank.withdrawals;

import org.carbonmarket.edge.request.Fields;

/** The bank's word that it paid. */
record ApproveWithdrawal(String bankReference) {

    ApproveWithdrawal checked() {
        return new ApproveWithdrawal(Fields.text("bankReference", bankReference, 64));
    }
}
