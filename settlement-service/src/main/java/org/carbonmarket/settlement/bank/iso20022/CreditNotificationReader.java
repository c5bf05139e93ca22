package org.carbonmarket.settlement.bank.iso20022;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.settlement.bank.CreditNotification;
import org.carbonmarket.settlement.bank.CreditNotification.Credit;
import org.carbonmarket.settlement.bank.SettlementBank;

/**
 * Reads camt.054. The payer names the participant's account in the structured creditor reference;
 * the bank's own reference of the entry is what is accepted once.
 */
final class CreditNotificationReader {

    private final EntryReader entries;

    private CreditNotificationReader(SettlementBank bank) {
        this.entries = new EntryReader(bank);
    }

    static CreditNotification read(XmlNode document, SettlementBank bank) {
        return new CreditNotificationReader(bank).read(document.child("BkToCstmrDbtCdtNtfctn"));
    }

    private CreditNotification read(XmlNode message) {
        XmlNode notification = message.child("Ntfctn");
        entries.requireOurAccount(notification.child("Acct"));
        List<Credit> credits = new ArrayList<>();
        List<Money> amounts = new ArrayList<>();
        for (XmlNode entry : notification.children("Ntry")) {
            String at = "entry " + (amounts.size() + 1);
            Money amount = entries.amount(at, entry.child("Amt"));
            amounts.add(amount);
            credit(at, entry, amount).ifPresent(credits::add);
        }
        entries.requireTotals("totals", notification.child("TxsSummry", "TtlCdtNtries"), amounts);
        entries.refuseAny();
        return new CreditNotification(message.text("GrpHdr", "MsgId"), credits);
    }

    private Optional<Credit> credit(String at, XmlNode entry, Money amount) {
        String reference = entries.reference(at, entry);
        entries.requireFinal(at, entry);
        XmlNode details = entry.child("NtryDtls", "TxDtls");
        if (!entry.text("CdtDbtInd").equals("CRDT") || !details.text("CdtDbtInd").equals("CRDT")) {
            entries.fault(at, "NOT_A_CREDIT", "A credit notification holds credits alone.");
        }
        if (!Values.money(details.text("Amt")).equals(amount)
                || !details.child("Amt")
                        .attribute("Ccy")
                        .equals(entry.child("Amt").attribute("Ccy"))) {
            entries.fault(at, "AMOUNTS_DIFFER", "The entry and its details differ in amount.");
        }
        return account(at, details)
                .map(account ->
                        new Credit(
                                reference,
                                account,
                                amount,
                                Values.day(entry.child("BookgDt")),
                                details.findText("RltdPties", "Dbtr", "Pty", "Nm").orElse(null)));
    }

    private Optional<AccountId> account(String at, XmlNode details) {
        String named = details.findText("RmtInf", "Strd", "CdtrRefInf", "Ref").orElse("");
        try {
            return Optional.of(AccountId.of(named));
        } catch (IllegalArgumentException malformed) {
            entries.fault(
                    at,
                    "ACCOUNT_MALFORMED",
                    "The creditor reference must be a participant's account, it is '%s'."
                            .formatted(named));
            return Optional.empty();
        }
    }
}
