package org.carbonmarket.settlement.bank.withdrawals;

import org.carbonmarket.edge.request.Fields;
import org.jspecify.annotations.Nullable;

/**
 * An operator's approval.
 *
 * @param bankReference the bank's word that it paid; without it the bank is sent an order
 */
record ApproveWithdrawal(@Nullable String bankReference) {

    ApproveWithdrawal checked() {
        return bankReference == null
                ? this
                : new ApproveWithdrawal(Fields.text("bankReference", bankReference, 64));
    }
}
