package org.carbonmarket.settlement.bank;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Credit notifications as the bank writes them. */
public record Camt054(String message, List<Credit> credits) {

    public Camt054 {
        credits = List.copyOf(credits);
    }

    /** One entry. */
    public record Credit(String reference, String account, String amount) {}

    public static Camt054 of(String message, Credit... credits) {
        return new Camt054(message, List.of(credits));
    }

    public String xml() {
        BigDecimal sum =
                credits.stream()
                        .map(credit -> new BigDecimal(credit.amount()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08">
          <BkToCstmrDbtCdtNtfctn>
            <GrpHdr><MsgId>%1$s</MsgId><CreDtTm>2021-07-15T10:00:00+08:00</CreDtTm></GrpHdr>
            <Ntfctn>
              <Id>%1$s</Id>
              <Acct><Id><Othr><Id>CARBON-CLIENT-MONEY</Id></Othr></Id><Ccy>CNY</Ccy></Acct>
              <TxsSummry><TtlCdtNtries><NbOfNtries>%2$d</NbOfNtries><Sum>%3$s</Sum></TtlCdtNtries></TxsSummry>
        %4$s    </Ntfctn>
          </BkToCstmrDbtCdtNtfctn>
        </Document>
        """
                .formatted(
                        message,
                        credits.size(),
                        sum.toPlainString(),
                        credits.stream().map(Camt054::entry).collect(Collectors.joining()));
    }

    private static String entry(Credit credit) {
        return """
              <Ntry>
                <Amt Ccy="CNY">%2$s</Amt>
                <CdtDbtInd>CRDT</CdtDbtInd>
                <Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><Dt>2021-07-15</Dt></BookgDt>
                <AcctSvcrRef>%1$s</AcctSvcrRef>
                <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd>
                <NtryDtls><TxDtls>
                  <Amt Ccy="CNY">%2$s</Amt>
                  <CdtDbtInd>CRDT</CdtDbtInd>
                  <RltdPties><Dbtr><Pty><Nm>第一电力</Nm></Pty></Dbtr></RltdPties>
                  <RmtInf><Strd><CdtrRefInf><Ref>%3$s</Ref></CdtrRefInf></Strd></RmtInf>
                </TxDtls></NtryDtls>
              </Ntry>
        """
                .formatted(credit.reference(), credit.amount(), credit.account());
    }
}
