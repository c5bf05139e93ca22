package org.carbonmarket.settlement.bank.references;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the bank confirmed under a reference of its own.
 *
 * @param posting the ledger's number of it
 * @param bookedOn the bank's booking day, null when it did not tell
 */
public record Confirmation(
        String bankReference,
        Direction direction,
        AccountId account,
        Money amount,
        long posting,
        OffsetDateTime at,
        @Nullable LocalDate bookedOn) {

    /** Which way the money went. */
    public enum Direction {
        DEPOSIT,
        WITHDRAWAL
    }

    /** Its content as a discrepancy shows it. */
    public String described() {
        return describe(direction, account, amount);
    }

    public static String describe(Direction direction, AccountId account, Money amount) {
        return direction + " " + account + " " + amount;
    }
}
