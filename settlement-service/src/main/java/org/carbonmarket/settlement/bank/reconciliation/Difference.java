package org.carbonmarket.settlement.bank.reconciliation;

import org.jspecify.annotations.Nullable;

/**
 * One thing on which bank and ledger differ.
 *
 * @param bankReference the entry's; null for a balance
 * @param account whose money it is in the ledger
 * @param bank signed yuan by the bank's statement; null when the bank does not have it
 * @param ledger signed yuan by the ledger; null when the ledger does not have it
 */
record Difference(
        Kind kind,
        @Nullable String bankReference,
        @Nullable String account,
        @Nullable String bank,
        @Nullable String ledger,
        String detail) {

    /** What sort of difference it is. */
    enum Kind {
        /** The opening balances differ. */
        OPENING,
        /** The closing balances differ. */
        CLOSING,
        /** The opening is not the closing of the statement before. */
        STATEMENT_GAP,
        /** The bank booked what the ledger has not. */
        NOT_IN_LEDGER,
        /** The ledger has what the bank did not book. */
        NOT_AT_BANK,
        /** Both have it, with other amounts or another way. */
        AMOUNT,
        /** Both have it, on other days: money on its way over midnight. */
        OTHER_DAY
    }
}
