package org.carbonmarket.settlement.bank;

import java.time.LocalDate;
import java.util.List;
import org.carbonmarket.events.quantity.Money;

/**
 * The bank's word about the client money account over a day; opening plus entries is closing.
 *
 * @param message the bank's number of the message
 * @param day in Asia/Shanghai
 */
public record DayStatement(
        String message, LocalDate day, Money opening, Money closing, List<Entry> entries) {

    public DayStatement {
        entries = List.copyOf(entries);
    }

    /**
     * One booked entry.
     *
     * @param reference the bank's own reference of it
     */
    public record Entry(String reference, Flow flow, Money amount) {}

    /** Which way money went, as the account sees it. */
    public enum Flow {
        /** Into the client money account. */
        DEPOSIT,
        /** Out of it. */
        WITHDRAWAL
    }
}
