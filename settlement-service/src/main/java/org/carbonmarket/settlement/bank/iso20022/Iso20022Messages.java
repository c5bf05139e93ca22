package org.carbonmarket.settlement.bank.iso20022;

import jakarta.enterprise.context.ApplicationScoped;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.settlement.bank.BankMessages;
import org.carbonmarket.settlement.bank.CreditNotification;
import org.carbonmarket.settlement.bank.DayStatement;
import org.carbonmarket.settlement.bank.PaymentOrder;
import org.carbonmarket.settlement.bank.PaymentStatusReport;
import org.carbonmarket.settlement.bank.SettlementBank;

/** The bank's messages as ISO 20022 XML. */
@ApplicationScoped
class Iso20022Messages implements BankMessages {

    private final SettlementBank bank;
    private final MessageReader notifications = new MessageReader(MessageKind.CREDIT_NOTIFICATION);
    private final MessageReader statuses = new MessageReader(MessageKind.PAYMENT_STATUS);
    private final MessageReader statements = new MessageReader(MessageKind.DAY_STATEMENT);
    private final MessageReader orders = new MessageReader(MessageKind.PAYMENT_ORDER);

    Iso20022Messages(SettlementBank bank) {
        this.bank = bank;
    }

    @Override
    public CreditNotification creditNotification(byte[] file) {
        return CreditNotificationReader.read(notifications.read(file), bank);
    }

    @Override
    public PaymentStatusReport paymentStatuses(byte[] file) {
        return PaymentStatusReader.read(statuses.read(file));
    }

    @Override
    public DayStatement dayStatement(byte[] file) {
        return DayStatementReader.read(statements.read(file), bank);
    }

    /** What is written is read back: an order that breaks the schema never leaves. */
    @Override
    public byte[] written(PaymentOrder order) {
        byte[] file = PaymentOrderWriter.write(order, bank);
        try {
            orders.read(file);
        } catch (Refusal broken) {
            throw new IllegalStateException("no order the bank would take: " + order, broken);
        }
        return file;
    }
}
