package org.carbonmarket.settlement.bank.iso20022;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.settlement.bank.FileFault;
import org.carbonmarket.settlement.bank.PaymentStatusReport;
import org.carbonmarket.settlement.bank.PaymentStatusReport.Outcome;
import org.carbonmarket.settlement.bank.PaymentStatusReport.Status;

/** Reads pain.002. Settlement completed is the only good end; a mere acceptance is not. */
final class PaymentStatusReader {

    private final List<FileFault> faults = new ArrayList<>();

    private PaymentStatusReader() {}

    static PaymentStatusReport read(XmlNode document) {
        return new PaymentStatusReader().report(document.child("CstmrPmtStsRpt"));
    }

    private PaymentStatusReport report(XmlNode message) {
        XmlNode group = message.child("OrgnlGrpInfAndSts");
        if (!group.text("OrgnlMsgNmId").equals(MessageKind.PAYMENT_ORDER.identifier())) {
            fault("original", "ORDER_UNKNOWN", "The market sends payment orders alone.");
        }
        List<Status> statuses = new ArrayList<>();
        for (XmlNode payment : message.children("OrgnlPmtInfAndSts")) {
            for (XmlNode transaction : payment.children("TxInfAndSts")) {
                statuses.add(status("payment " + (statuses.size() + 1), transaction));
            }
        }
        FileFault.refuseAny(faults);
        return new PaymentStatusReport(
                message.text("GrpHdr", "MsgId"), group.text("OrgnlMsgId"), statuses);
    }

    private Status status(String at, XmlNode transaction) {
        return new Status(
                transaction.text("OrgnlEndToEndId"),
                amount(at, transaction).orElse(null),
                outcome(at, transaction));
    }

    private Optional<Money> amount(String at, XmlNode transaction) {
        Optional<XmlNode> amount = transaction.find("OrgnlTxRef", "Amt", "InstdAmt");
        amount.map(stated -> stated.attribute("Ccy"))
                .filter(currency -> !currency.equals(Values.YUAN))
                .ifPresent(currency ->
                        fault(
                                at,
                                "CURRENCY_NOT_TAKEN",
                                "The market pays in CNY, this is in %s.".formatted(currency)));
        return amount.map(stated -> Values.money(stated.text()));
    }

    private Outcome outcome(String at, XmlNode transaction) {
        String code = transaction.text("TxSts");
        return switch (code) {
            case "ACSC", "ACCC" -> {
                Optional<String> reference = transaction.findText("AcctSvcrRef");
                if (reference.isEmpty()) {
                    fault(at, "BANK_REFERENCE_MISSING", "A payment made has a bank's reference.");
                }
                yield new Outcome.Paid(reference.orElse(""));
            }
            case "RJCT" -> new Outcome.Rejected(reason(transaction));
            default -> new Outcome.Pending(code);
        };
    }

    private static String reason(XmlNode transaction) {
        Optional<String> code =
                transaction
                        .findText("StsRsnInf", "Rsn", "Cd")
                        .or(() -> transaction.findText("StsRsnInf", "Rsn", "Prtry"));
        Optional<String> words = transaction.findText("StsRsnInf", "AddtlInf");
        String told = (code.orElse("") + " " + words.orElse("")).strip();
        return told.isEmpty() ? "The bank gave no reason." : told;
    }

    private void fault(String at, String code, String detail) {
        faults.add(new FileFault(at, code, detail));
    }
}
