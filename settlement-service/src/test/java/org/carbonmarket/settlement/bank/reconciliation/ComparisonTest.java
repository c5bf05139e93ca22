package org.carbonmarket.settlement.bank.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.settlement.bank.DayStatement;
import org.carbonmarket.settlement.bank.DayStatement.Entry;
import org.carbonmarket.settlement.bank.DayStatement.Flow;
import org.carbonmarket.settlement.bank.reconciliation.Difference.Kind;
import org.carbonmarket.settlement.bank.reconciliation.LedgerDay.Booked;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final LocalDate DAY = LocalDate.parse("2021-07-15");

    @Test
    void aDayOnWhichBankAndLedgerAgreeHasNoDifference() {
        assertThat(
                        compare(
                                statement(100, 130, entry("A", Flow.DEPOSIT, 50), out("B", 20)),
                                ledger(
                                        100,
                                        booked("A", Flow.DEPOSIT, 50, DAY),
                                        booked("B", Flow.WITHDRAWAL, 20, DAY))))
                .isEmpty();
    }

    @Test
    void eachEntryOnWhichTheyDifferIsListedWithTheReason() {
        List<Difference> differences =
                compare(
                        statement(
                                100,
                                180,
                                entry("ONLY-BANK", Flow.DEPOSIT, 10),
                                entry("OTHER-AMOUNT", Flow.DEPOSIT, 60),
                                entry("OTHER-DAY", Flow.DEPOSIT, 30),
                                out("OTHER-WAY", 20)),
                        ledger(
                                100,
                                booked("OTHER-AMOUNT", Flow.DEPOSIT, 50, DAY),
                                booked("OTHER-DAY", Flow.DEPOSIT, 30, DAY.plusDays(1)),
                                booked("OTHER-WAY", Flow.DEPOSIT, 20, DAY),
                                booked("ONLY-LEDGER", Flow.WITHDRAWAL, 5, DAY)));

        assertThat(differences)
                .extracting(Difference::kind, Difference::bankReference)
                .containsExactly(
                        tuple(Kind.CLOSING, null),
                        tuple(Kind.NOT_IN_LEDGER, "ONLY-BANK"),
                        tuple(Kind.AMOUNT, "OTHER-AMOUNT"),
                        tuple(Kind.OTHER_DAY, "OTHER-DAY"),
                        tuple(Kind.AMOUNT, "OTHER-WAY"),
                        tuple(Kind.NOT_AT_BANK, "ONLY-LEDGER"));
        assertThat(differences.getFirst().bank()).isEqualTo("1.80");
        assertThat(differences.getFirst().ledger()).isEqualTo("1.65");
        assertThat(differences.getLast().ledger()).isEqualTo("-0.05");
    }

    @Test
    void anOpeningThatIsNotTheClosingBeforeIsADifference() {
        assertThat(Comparison.of(statement(100, 100), ledger(90), Optional.of(Money.ofFen(90))))
                .extracting(Difference::kind)
                .containsExactly(Kind.STATEMENT_GAP, Kind.OPENING, Kind.CLOSING);
    }

    private static List<Difference> compare(DayStatement statement, LedgerDay ledger) {
        return Comparison.of(statement, ledger, Optional.empty());
    }

    private static DayStatement statement(long opening, long closing, Entry... entries) {
        return new DayStatement(
                "M", DAY, Money.ofFen(opening), Money.ofFen(closing), List.of(entries));
    }

    private static LedgerDay ledger(long opening, Booked... entries) {
        return new LedgerDay(DAY, opening, List.of(entries));
    }

    private static Entry entry(String reference, Flow flow, long fen) {
        return new Entry(reference, flow, Money.ofFen(fen));
    }

    private static Entry out(String reference, long fen) {
        return entry(reference, Flow.WITHDRAWAL, fen);
    }

    private static Booked booked(String reference, Flow flow, long fen, LocalDate day) {
        return new Booked(reference, flow, "POWER-1", fen, day);
    }
}
