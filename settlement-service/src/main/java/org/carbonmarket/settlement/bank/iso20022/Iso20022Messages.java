package org.carbonmarket.settlement.bank.iso20022;

import jakarta.enterprise.context.ApplicationScoped;
import org.carbonmarket.settlement.bank.BankMessages;
import org.carbonmarket.settlement.bank.CreditNotification;
import org.carbonmarket.settlement.bank.SettlementBank;

/** The bank's messages as ISO 20022 XML. */
@ApplicationScoped
class Iso20022Messages implements BankMessages {

    private final SettlementBank bank;
    private final MessageReader notifications = new MessageReader(MessageKind.CREDIT_NOTIFICATION);

    Iso20022Messages(SettlementBank bank) {
        this.bank = bank;
    }

    @Override
    public CreditNotification creditNotification(byte[] file) {
        return CreditNotificationReader.read(notifications.read(file), bank);
    }
}
