package org.carbonmarket.settlement.bank.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.settlement.bank.DayStatement;
import org.carbonmarket.settlement.bank.DayStatement.Entry;
import org.carbonmarket.settlement.bank.DayStatement.Flow;
import org.carbonmarket.settlement.bank.reconciliation.Difference.Kind;
import org.carbonmarket.settlement.bank.reconciliation.LedgerDay.Booked;
import org.carbonmarket.settlement.funds.SignedYuan;

/** Compares the bank's statement of a day with the ledger: balances, then entry by entry. */
final class Comparison {

    private final DayStatement statement;
    private final LedgerDay ledger;
    private final List<Difference> differences = new ArrayList<>();

    private Comparison(DayStatement statement, LedgerDay ledger) {
        this.statement = statement;
        this.ledger = ledger;
    }

    /**
     * Every difference, balances first.
     *
     * @param closingBefore of the bank's statement before this one, when there is one
     */
    static List<Difference> of(
            DayStatement statement, LedgerDay ledger, Optional<Money> closingBefore) {
        Comparison comparison = new Comparison(statement, ledger);
        closingBefore.ifPresent(comparison::compareWithStatementBefore);
        comparison.compareBalances();
        comparison.compareEntries();
        return List.copyOf(comparison.differences);
    }

    private void compareWithStatementBefore(Money closing) {
        if (!closing.equals(statement.opening())) {
            differences.add(
                    new Difference(
                            Kind.STATEMENT_GAP,
                            null,
                            null,
                            statement.opening().toString(),
                            null,
                            "The bank's statement before this one closed at %s."
                                    .formatted(closing)));
        }
    }

    private void compareBalances() {
        balance(Kind.OPENING, statement.opening().fen(), ledger.openingFen());
        balance(Kind.CLOSING, statement.closing().fen(), ledger.closingFen());
    }

    private void balance(Kind kind, long bank, long booked) {
        if (bank != booked) {
            differences.add(
                    new Difference(
                            kind,
                            null,
                            null,
                            SignedYuan.of(bank),
                            SignedYuan.of(booked),
                            "The bank holds %s more than the ledger says."
                                    .formatted(SignedYuan.of(Math.subtractExact(bank, booked)))));
        }
    }

    private void compareEntries() {
        Map<String, Booked> booked = new HashMap<>();
        ledger.entries().forEach(entry -> booked.put(entry.bankReference(), entry));
        Set<String> atBank = new HashSet<>();
        for (Entry entry : statement.entries()) {
            atBank.add(entry.reference());
            compare(entry, Optional.ofNullable(booked.get(entry.reference())));
        }
        for (Booked entry : ledger.ofTheDay()) {
            if (!atBank.contains(entry.bankReference())) {
                differences.add(
                        new Difference(
                                Kind.NOT_AT_BANK,
                                entry.bankReference(),
                                entry.account(),
                                null,
                                SignedYuan.of(entry.signedFen()),
                                "The ledger has it, the bank's statement does not."));
            }
        }
    }

    private void compare(Entry bank, Optional<Booked> found) {
        if (found.isEmpty()) {
            difference(Kind.NOT_IN_LEDGER, bank, found, "The bank booked it, the ledger has not.");
        } else if (signedFen(bank) != found.get().signedFen()) {
            difference(Kind.AMOUNT, bank, found, "Bank and ledger differ in amount or direction.");
        } else if (!found.get().day().equals(statement.day())) {
            difference(
                    Kind.OTHER_DAY,
                    bank,
                    found,
                    "The ledger has it on %s.".formatted(found.get().day()));
        }
    }

    private void difference(Kind kind, Entry bank, Optional<Booked> booked, String detail) {
        differences.add(
                new Difference(
                        kind,
                        bank.reference(),
                        booked.map(Booked::account).orElse(null),
                        SignedYuan.of(signedFen(bank)),
                        booked.map(entry -> SignedYuan.of(entry.signedFen())).orElse(null),
                        detail));
    }

    private static long signedFen(Entry entry) {
        long fen = entry.amount().fen();
        return entry.flow() == Flow.DEPOSIT ? fen : -fen;
    }
}
