package org.carbonmarket.settlement.bank.orders;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;

/**
 * A payment order as a list shows it; its pain.001 message is at its own address.
 *
 * @param message the market's number of the order
 * @param executionDay the day the bank shall pay
 */
public record OrderedPayment(
        String message,
        String withdrawal,
        AccountId account,
        Money amount,
        LocalDate executionDay,
        State state,
        OffsetDateTime issuedAt) {

    /** What the bank has said so far. */
    public enum State {
        ISSUED,
        PAID,
        REJECTED
    }
}
