package org.carbonmarket.settlement.bank;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;

/**
 * What the bank is asked to pay.
 *
 * @param message the market's number of the order
 * @param withdrawal what is paid, named to the bank end to end
 * @param executionDay the day the bank shall pay, in Asia/Shanghai
 */
public record PaymentOrder(
        String message,
        String withdrawal,
        AccountId account,
        Money amount,
        Payee payee,
        LocalDate executionDay,
        OffsetDateTime issuedAt) {

    /**
     * To whom.
     *
     * @param holder in whose name the account is
     * @param number the account's number at its bank
     * @param bic the bank's code
     */
    public record Payee(String holder, String number, String bic) {}
}
