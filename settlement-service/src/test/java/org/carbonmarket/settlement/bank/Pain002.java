package org.carbonmarket.settlement.bank;

/** Payment status reports as the bank writes them. */
public final class Pain002 {

    private Pain002() {}

    /** The bank paid. */
    public static String paid(String withdrawal, String amount, String reference) {
        return report(
                withdrawal,
                amount,
                "<TxSts>ACSC</TxSts><AcctSvcrRef>%s</AcctSvcrRef>".formatted(reference));
    }

    /** The bank will not pay. */
    public static String rejected(String withdrawal, String amount, String reason) {
        return report(
                withdrawal,
                amount,
                "<TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>%s</Cd></Rsn></StsRsnInf>"
                        .formatted(reason));
    }

    /** The bank is at it. */
    public static String pending(String withdrawal, String amount) {
        return report(withdrawal, amount, "<TxSts>ACSP</TxSts>");
    }

    private static String report(String withdrawal, String amount, String status) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10">
          <CstmrPmtStsRpt>
            <GrpHdr><MsgId>S-%1$s</MsgId><CreDtTm>2021-07-19T11:05:00+08:00</CreDtTm></GrpHdr>
            <OrgnlGrpInfAndSts>
              <OrgnlMsgId>PO-%1$s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
            </OrgnlGrpInfAndSts>
            <OrgnlPmtInfAndSts>
              <OrgnlPmtInfId>PO-%1$s</OrgnlPmtInfId>
              <TxInfAndSts>
                <OrgnlEndToEndId>%1$s</OrgnlEndToEndId>
                %3$s
                <OrgnlTxRef><Amt><InstdAmt Ccy="CNY">%2$s</InstdAmt></Amt></OrgnlTxRef>
              </TxInfAndSts>
            </OrgnlPmtInfAndSts>
          </CstmrPmtStsRpt>
        </Document>
        """
                .formatted(withdrawal, amount, status);
    }
}
