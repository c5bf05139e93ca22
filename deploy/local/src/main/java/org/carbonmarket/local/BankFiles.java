package org.carbonmarket.local;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The ISO 20022 messages of the local platform's settlement bank. */
final class BankFiles {

    /** The account at the bank that holds all participants' money. */
    private static final String CLIENT_MONEY = "CARBON-CLIENT-MONEY";

    private static final String DOCUMENT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:%s">
            %s</Document>
            """;

    private BankFiles() {}

    /**
     * An entry of the client money account.
     *
     * @param reference the bank's own
     * @param account the participant the money is for; empty for a payment out
     * @param amount yuan, positive into the account, negative out of it
     */
    record Entry(String reference, String account, String payer, BigDecimal amount) {

        boolean isCredit() {
            return amount.signum() > 0;
        }

        String yuan() {
            return amount.abs().toPlainString();
        }
    }

    /** What a payment order asks for. */
    record Order(String message, String endToEnd, String currency, String amount) {}

    /** camt.054: credits of a day. */
    static String creditNotification(String message, String day, List<Entry> credits) {
        String entries =
                credits.stream()
                        .map(credit -> entry(credit, day, details(credit)))
                        .collect(Collectors.joining());
        return DOCUMENT.formatted(
                "camt.054.001.08",
                """
                <BkToCstmrDbtCdtNtfctn>
                <GrpHdr><MsgId>%1$s</MsgId><CreDtTm>%2$sT09:00:00+08:00</CreDtTm></GrpHdr>
                <Ntfctn><Id>%1$s</Id>
                %3$s
                <TxsSummry>%4$s</TxsSummry>
                %5$s</Ntfctn>
                </BkToCstmrDbtCdtNtfctn>
                """
                        .formatted(
                                message, day, account(), total("TtlCdtNtries", credits), entries));
    }

    /** camt.053: the account over a day. */
    static String dayStatement(
            String message, String day, BigDecimal opening, List<Entry> entries) {
        BigDecimal closing = entries.stream().map(Entry::amount).reduce(opening, BigDecimal::add);
        List<Entry> credits = entries.stream().filter(Entry::isCredit).toList();
        List<Entry> debits = entries.stream().filter(entry -> !entry.isCredit()).toList();
        return DOCUMENT.formatted(
                "camt.053.001.08",
                """
                <BkToCstmrStmt>
                <GrpHdr><MsgId>%1$s</MsgId><CreDtTm>%2$sT23:30:00+08:00</CreDtTm></GrpHdr>
                <Stmt><Id>%1$s</Id>
                %3$s
                %4$s
                %5$s
                <TxsSummry>%6$s%7$s</TxsSummry>
                %8$s</Stmt>
                </BkToCstmrStmt>
                """
                        .formatted(
                                message,
                                day,
                                account(),
                                balance("OPBD", opening, day),
                                balance("CLBD", closing, day),
                                total("TtlCdtNtries", credits),
                                total("TtlDbtNtries", debits),
                                entries.stream()
                                        .map(entry -> entry(entry, day, ""))
                                        .collect(Collectors.joining())));
    }

    /** pain.002: the order is paid, which is final. */
    static String paid(Order order, String reference, String day) {
        return DOCUMENT.formatted(
                "pain.002.001.10",
                """
                <CstmrPmtStsRpt>
                <GrpHdr><MsgId>S-%1$s</MsgId><CreDtTm>%2$sT12:00:00+08:00</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts>
                <OrgnlMsgId>%1$s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
                </OrgnlGrpInfAndSts>
                <OrgnlPmtInfAndSts><OrgnlPmtInfId>%1$s</OrgnlPmtInfId>
                <TxInfAndSts><OrgnlEndToEndId>%3$s</OrgnlEndToEndId><TxSts>ACSC</TxSts>
                <AcctSvcrRef>%4$s</AcctSvcrRef>
                <OrgnlTxRef><Amt><InstdAmt Ccy="%5$s">%6$s</InstdAmt></Amt></OrgnlTxRef>
                </TxInfAndSts></OrgnlPmtInfAndSts>
                </CstmrPmtStsRpt>
                """
                        .formatted(
                                order.message(),
                                day,
                                order.endToEnd(),
                                reference,
                                order.currency(),
                                order.amount()));
    }

    /** Reads pain.001. */
    static Order order(String paymentOrder) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        String message = "";
        String endToEnd = "";
        String currency = "";
        String amount = "";
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(paymentOrder));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "MsgId" -> message = xml.getElementText();
                        case "EndToEndId" -> endToEnd = xml.getElementText();
                        case "InstdAmt" -> {
                            currency = xml.getAttributeValue(null, "Ccy");
                            amount = xml.getElementText();
                        }
                        default -> {}
                    }
                }
            }
        } catch (XMLStreamException broken) {
            throw new PlatformFailure("The bank cannot read a payment order.", broken);
        }
        return new Order(message, endToEnd, currency, amount);
    }

    private static String account() {
        return "<Acct><Id><Othr><Id>%s</Id></Othr></Id><Ccy>CNY</Ccy></Acct>"
                .formatted(CLIENT_MONEY);
    }

    private static String balance(String code, BigDecimal amount, String day) {
        return """
        <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">%s</Amt>\
        <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>\
        """
                .formatted(code, amount.toPlainString(), day);
    }

    private static String total(String element, List<Entry> entries) {
        BigDecimal sum =
                entries.stream()
                        .map(entry -> entry.amount().abs())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return "<%1$s><NbOfNtries>%2$d</NbOfNtries><Sum>%3$s</Sum></%1$s>"
                .formatted(element, entries.size(), sum.toPlainString());
    }

    private static String entry(Entry entry, String day, String details) {
        return """
        <Ntry><Amt Ccy="CNY">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
        <BookgDt><Dt>%s</Dt></BookgDt><AcctSvcrRef>%s</AcctSvcrRef>
        <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>%s</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd>
        %s</Ntry>
        """
                .formatted(
                        entry.yuan(),
                        entry.isCredit() ? "CRDT" : "DBIT",
                        day,
                        entry.reference(),
                        entry.isCredit() ? "RCDT" : "ICDT",
                        details);
    }

    private static String details(Entry credit) {
        return """
        <NtryDtls><TxDtls><Amt Ccy="CNY">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>
        <RltdPties><Dbtr><Pty><Nm>%s</Nm></Pty></Dbtr></RltdPties>
        <RmtInf><Strd><CdtrRefInf><Ref>%s</Ref></CdtrRefInf></Strd></RmtInf>
        </TxDtls></NtryDtls>
        """
                .formatted(credit.yuan(), escaped(credit.payer()), credit.account());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
