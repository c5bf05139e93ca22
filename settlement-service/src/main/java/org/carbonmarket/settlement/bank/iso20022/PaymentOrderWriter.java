package org.carbonmarket.settlement.bank.iso20022;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.carbonmarket.settlement.bank.PaymentOrder;
import org.carbonmarket.settlement.bank.SettlementBank;

/** Writes pain.001: one payment out of the client money account. */
final class PaymentOrderWriter {

    private final XMLStreamWriter xml;

    private PaymentOrderWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] write(PaymentOrder order, SettlementBank bank) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2_000);
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory()
                            .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            new PaymentOrderWriter(xml).document(order, bank);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("memory takes what is written", impossible);
        }
        return bytes.toByteArray();
    }

    private void document(PaymentOrder order, SettlementBank bank) throws XMLStreamException {
        String sum = order.amount().toString();
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace(MessageKind.PAYMENT_ORDER.namespace());
        open("CstmrCdtTrfInitn");
        open("GrpHdr");
        leaf("MsgId", order.message());
        leaf(
                "CreDtTm",
                order.issuedAt()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        leaf("NbOfTxs", "1");
        leaf("CtrlSum", sum);
        named("InitgPty", bank.holder());
        close();
        open("PmtInf");
        leaf("PmtInfId", order.message());
        leaf("PmtMtd", "TRF");
        leaf("NbOfTxs", "1");
        leaf("CtrlSum", sum);
        open("ReqdExctnDt");
        leaf("Dt", order.executionDay().toString());
        close();
        named("Dbtr", bank.holder());
        account("DbtrAcct", bank.account());
        agent("DbtrAgt", bank.bic());
        transfer(order);
        close();
        close();
        xml.writeEndElement();
    }

    private void transfer(PaymentOrder order) throws XMLStreamException {
        open("CdtTrfTxInf");
        open("PmtId");
        leaf("InstrId", order.withdrawal());
        leaf("EndToEndId", order.withdrawal());
        close();
        open("Amt");
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", Values.YUAN);
        xml.writeCharacters(order.amount().toString());
        xml.writeEndElement();
        close();
        agent("CdtrAgt", order.payee().bic());
        named("Cdtr", order.payee().holder());
        account("CdtrAcct", order.payee().number());
        open("RmtInf");
        leaf("Ustrd", "Withdrawal %s of account %s".formatted(order.withdrawal(), order.account()));
        close();
        close();
    }

    private void named(String element, String name) throws XMLStreamException {
        open(element);
        leaf("Nm", name);
        close();
    }

    private void account(String element, String number) throws XMLStreamException {
        open(element);
        open("Id");
        open("Othr");
        leaf("Id", number);
        close();
        close();
        close();
    }

    private void agent(String element, String bic) throws XMLStreamException {
        open(element);
        open("FinInstnId");
        leaf("BICFI", bic);
        close();
        close();
    }

    private void open(String element) throws XMLStreamException {
        xml.writeStartElement(element);
    }

    private void close() throws XMLStreamException {
        xml.writeEndElement();
    }

    private void leaf(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
