package org.carbonmarket.settlement.bank;

import java.time.LocalDate;
import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the bank credited to the client money account.
 *
 * @param message the bank's number of the message
 */
public record CreditNotification(String message, List<Credit> credits) {

    public CreditNotification {
        credits = List.copyOf(credits);
    }

    /**
     * One credit.
     *
     * @param reference the bank's own reference of the entry
     * @param account the participant whom the payer named
     * @param bookedOn the bank's booking day
     * @param payer the payer's name, when the bank gives it
     */
    public record Credit(
            String reference,
            AccountId account,
            Money amount,
            LocalDate bookedOn,
            @Nullable String payer) {}
}
