package org.carbonmarket.settlement.bank.reconciliation;

import java.time.LocalDate;
import java.util.List;
import org.carbonmarket.settlement.bank.DayStatement.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's bank account over a day, in fen.
 *
 * @param openingFen what it held before the day's first entry
 * @param entries of the day, and those of other days whose references the bank's statement names
 */
record LedgerDay(LocalDate day, long openingFen, List<Booked> entries) {

    LedgerDay {
        entries = List.copyOf(entries);
    }

    /**
     * One entry.
     *
     * @param account whose money it is; null when no message of the bank stands behind it
     * @param day the bank's booking day where the bank told it, else the ledger's
     */
    record Booked(
            String bankReference, Flow flow, @Nullable String account, long fen, LocalDate day) {

        long signedFen() {
            return flow == Flow.DEPOSIT ? fen : -fen;
        }
    }

    List<Booked> ofTheDay() {
        return entries.stream().filter(entry -> entry.day().equals(day)).toList();
    }

    long closingFen() {
        return ofTheDay().stream().mapToLong(Booked::signedFen).reduce(openingFen, Math::addExact);
    }
}
