package org.carbonmarket.settlement.bank.deposits;

import org.carbonmarket.settlement.bank.references.Confirmation;

/** What became of one thing the bank said. */
sealed interface Confirmed {

    /** The account is credited. */
    record Booked(Deposit deposit) implements Confirmed {}

    /** The bank had said so before; nothing happened again. */
    record Repeated(Deposit deposit) implements Confirmed {}

    /** The reference stands for something else; nothing was booked, the alarm is raised. */
    record Contradicted(ConfirmDeposit asked, Confirmation before) implements Confirmed {}
}
