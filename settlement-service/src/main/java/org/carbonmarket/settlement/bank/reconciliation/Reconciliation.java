package org.carbonmarket.settlement.bank.reconciliation;

import java.time.LocalDate;
import java.util.List;
import org.carbonmarket.events.quantity.Money;

/**
 * A day of the bank against the same day of the ledger, as of now: what is mended later shows.
 *
 * @param message the bank's number of its statement
 * @param entries how many the bank's statement has
 * @param opening by the bank
 * @param closing by the bank
 * @param ledgerOpening signed yuan
 * @param ledgerClosing signed yuan
 * @param differences none when the day is reconciled
 */
record Reconciliation(
        LocalDate day,
        State state,
        String message,
        long entries,
        Money opening,
        Money closing,
        String ledgerOpening,
        String ledgerClosing,
        List<Difference> differences) {

    Reconciliation {
        differences = List.copyOf(differences);
    }

    /** Whether bank and ledger agree. */
    enum State {
        RECONCILED,
        DIFFERENT
    }
}
