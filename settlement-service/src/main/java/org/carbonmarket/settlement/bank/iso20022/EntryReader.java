package org.carbonmarket.settlement.bank.iso20022;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.settlement.bank.FileFault;
import org.carbonmarket.settlement.bank.SettlementBank;

/** The checks that notifications and statements share; collects every fault of a file. */
final class EntryReader {

    private final SettlementBank bank;
    private final List<FileFault> faults = new ArrayList<>();
    private final Set<String> references = new HashSet<>();

    EntryReader(SettlementBank bank) {
        this.bank = bank;
    }

    void fault(String at, String code, String detail) {
        faults.add(new FileFault(at, code, detail));
    }

    /** Ends the reading: a file with any fault is refused whole. */
    void refuseAny() {
        FileFault.refuseAny(faults);
    }

    /** The message is about the one account that holds client money, kept in yuan. */
    void requireOurAccount(XmlNode account) {
        String number = account.text("Id", "Othr", "Id");
        if (!number.equals(bank.account())) {
            fault(
                    "account",
                    "BANK_ACCOUNT_NOT_OURS",
                    "The file is about account %s, which is not the market's.".formatted(number));
        }
        account.findText("Ccy")
                .filter(currency -> !currency.equals(Values.YUAN))
                .ifPresent(currency -> wrongCurrency("account", currency));
    }

    /** More than nothing, in yuan; nothing when it is neither, and then a fault is noted. */
    Money amount(String at, XmlNode amount) {
        if (!amount.attribute("Ccy").equals(Values.YUAN)) {
            wrongCurrency(at, amount.attribute("Ccy"));
        }
        Money money = Values.money(amount.text());
        if (money.isZero()) {
            fault(at, "AMOUNT_NOT_POSITIVE", "An entry moves at least 0.01 yuan.");
        }
        return money;
    }

    void wrongCurrency(String at, String currency) {
        fault(
                at,
                "CURRENCY_NOT_TAKEN",
                "The market settles in CNY, this is in %s.".formatted(currency));
    }

    /** A reference stands for one entry of a file. */
    String reference(String at, XmlNode entry) {
        String reference = entry.text("AcctSvcrRef");
        if (reference.isEmpty() || reference.chars().anyMatch(Character::isISOControl)) {
            fault(at, "BANK_REFERENCE_MALFORMED", "The bank's reference is not printable.");
        }
        if (!references.add(reference)) {
            fault(
                    at,
                    "BANK_REFERENCE_TWICE",
                    "Reference %s stands for more than one entry.".formatted(reference));
        }
        return reference;
    }

    void requireFinal(String at, XmlNode entry) {
        String status = entry.text("Sts", "Cd");
        if (!status.equals("BOOK")) {
            fault(
                    at,
                    "ENTRY_NOT_BOOKED",
                    "Only booked entries are taken, this one is %s.".formatted(status));
        }
        if (entry.findText("RvslInd").filter(flag -> !isFalse(flag)).isPresent()) {
            fault(
                    at,
                    "REVERSAL_NOT_TAKEN",
                    "The bank takes a booking back: an operator has to clear that with the bank.");
        }
    }

    /** Count and sum as the message itself states them: a cut or altered file shows. */
    void requireTotals(String at, XmlNode stated, List<Money> amounts) {
        Money sum = amounts.stream().reduce(Money.ZERO, Money::plus);
        Money statedSum = Values.money(stated.text("Sum"));
        long statedNumber = Long.parseLong(stated.text("NbOfNtries"));
        if (statedNumber != amounts.size() || !statedSum.equals(sum)) {
            fault(
                    at,
                    "TOTALS_DIFFER",
                    "The file states %d entries of %s, it holds %d of %s."
                            .formatted(statedNumber, statedSum, amounts.size(), sum));
        }
    }

    private static boolean isFalse(String flag) {
        return flag.equals("false") || flag.equals("0");
    }
}
