package org.carbonmarket.settlement.bank.deposits;

import java.time.LocalDate;
import org.carbonmarket.edge.request.Fields;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.jspecify.annotations.Nullable;

/** What a settlement bank says it received. */
record ConfirmDeposit(AccountId account, Money amount, String bankReference) {

    ConfirmDeposit checked() {
        return new ConfirmDeposit(
                account,
                Fields.positive("amount", amount),
                Fields.text("bankReference", bankReference, 64));
    }

    /**
     * What is to be booked and where it was said.
     *
     * @param bookedOn the bank's booking day, null when it was not told
     */
    record Said(ConfirmDeposit what, @Nullable LocalDate bookedOn, String source) {}
}
