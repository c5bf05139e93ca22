package org.carbonmarket.settlement.bank.iso20022;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.settlement.bank.DayStatement;
import org.carbonmarket.settlement.bank.DayStatement.Entry;
import org.carbonmarket.settlement.bank.DayStatement.Flow;
import org.carbonmarket.settlement.bank.SettlementBank;

/** Reads camt.053: one account, one day, one opening and one closing balance that add up. */
final class DayStatementReader {

    private final EntryReader entries;

    private DayStatementReader(SettlementBank bank) {
        this.entries = new EntryReader(bank);
    }

    static DayStatement read(XmlNode document, SettlementBank bank) {
        return new DayStatementReader(bank).read(document.child("BkToCstmrStmt"));
    }

    private DayStatement read(XmlNode message) {
        XmlNode statement = message.child("Stmt");
        entries.requireOurAccount(statement.child("Acct"));
        XmlNode opening = balance(statement, "OPBD");
        XmlNode closing = balance(statement, "CLBD");
        entries.refuseAny();
        LocalDate day = Values.day(closing.child("Dt"));
        List<Entry> read = new ArrayList<>();
        for (XmlNode entry : statement.children("Ntry")) {
            read.add(entry("entry " + (read.size() + 1), entry, day));
        }
        entries.requireTotals(
                "credits", statement.child("TxsSummry", "TtlCdtNtries"), of(read, Flow.DEPOSIT));
        entries.requireTotals(
                "debits", statement.child("TxsSummry", "TtlDbtNtries"), of(read, Flow.WITHDRAWAL));
        Money opened = held("opening", opening);
        Money closed = held("closing", closing);
        requireSum(opened, closed, read);
        entries.refuseAny();
        return new DayStatement(message.text("GrpHdr", "MsgId"), day, opened, closed, read);
    }

    private XmlNode balance(XmlNode statement, String code) {
        List<XmlNode> found =
                statement.children("Bal").stream()
                        .filter(balance -> balance.text("Tp", "CdOrPrtry", "Cd").equals(code))
                        .toList();
        if (found.size() != 1) {
            entries.fault(
                    "balances",
                    "BALANCE_NOT_ONE",
                    "A statement has one %s balance, this has %d.".formatted(code, found.size()));
        }
        return found.isEmpty() ? statement.child("Bal") : found.getFirst();
    }

    /** Client money is never overdrawn. */
    private Money held(String at, XmlNode balance) {
        XmlNode amount = balance.child("Amt");
        if (!amount.attribute("Ccy").equals(Values.YUAN)) {
            entries.wrongCurrency(at, amount.attribute("Ccy"));
        }
        Money money = Values.money(amount.text());
        if (!balance.text("CdtDbtInd").equals("CRDT") && !money.isZero()) {
            entries.fault(at, "BALANCE_NEGATIVE", "The client money account is never overdrawn.");
        }
        return money;
    }

    private Entry entry(String at, XmlNode entry, LocalDate day) {
        String reference = entries.reference(at, entry);
        entries.requireFinal(at, entry);
        if (!Values.day(entry.child("BookgDt")).equals(day)) {
            entries.fault(at, "ENTRY_OF_OTHER_DAY", "The statement is of %s alone.".formatted(day));
        }
        return new Entry(
                reference,
                entry.text("CdtDbtInd").equals("CRDT") ? Flow.DEPOSIT : Flow.WITHDRAWAL,
                entries.amount(at, entry.child("Amt")));
    }

    private void requireSum(Money opening, Money closing, List<Entry> read) {
        Money in = of(read, Flow.DEPOSIT).stream().reduce(opening, Money::plus);
        Money out = of(read, Flow.WITHDRAWAL).stream().reduce(closing, Money::plus);
        if (!in.equals(out)) {
            entries.fault(
                    "balances",
                    "STATEMENT_DOES_NOT_ADD_UP",
                    "Opening and credits make %s, closing and debits %s.".formatted(in, out));
        }
    }

    private static List<Money> of(List<Entry> read, Flow flow) {
        return read.stream().filter(entry -> entry.flow() == flow).map(Entry::amount).toList();
    }
}
