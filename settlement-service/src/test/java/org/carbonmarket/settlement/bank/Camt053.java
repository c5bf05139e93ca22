package org.carbonmarket.settlement.bank;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** End-of-day statements as the bank writes them. */
public record Camt053(String day, String opening, List<Line> lines) {

    public Camt053 {
        lines = List.copyOf(lines);
    }

    /**
     * One entry.
     *
     * @param direction CRDT or DBIT
     */
    public record Line(String reference, String direction, String amount) {}

    public static Camt053 of(String day, String opening, Line... lines) {
        return new Camt053(day, opening, List.of(lines));
    }

    public String xml() {
        BigDecimal closing = new BigDecimal(opening).add(sum("CRDT")).subtract(sum("DBIT"));
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
          <BkToCstmrStmt>
            <GrpHdr><MsgId>D-%1$s</MsgId><CreDtTm>2021-07-15T23:30:00</CreDtTm></GrpHdr>
            <Stmt>
              <Id>D-%1$s</Id>
              <Acct><Id><Othr><Id>CARBON-CLIENT-MONEY</Id></Othr></Id><Ccy>CNY</Ccy></Acct>
        %2$s%3$s      <TxsSummry>%4$s%5$s</TxsSummry>
        %6$s    </Stmt>
          </BkToCstmrStmt>
        </Document>
        """
                .formatted(
                        day,
                        balance("OPBD", opening),
                        balance("CLBD", closing.toPlainString()),
                        total("TtlCdtNtries", "CRDT"),
                        total("TtlDbtNtries", "DBIT"),
                        lines.stream().map(this::entry).collect(Collectors.joining()));
    }

    private String balance(String code, String amount) {
        return """
              <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>
        """
                .formatted(code, amount, day);
    }

    private String total(String element, String direction) {
        long count = lines.stream().filter(line -> line.direction().equals(direction)).count();
        return "<%1$s><NbOfNtries>%2$d</NbOfNtries><Sum>%3$s</Sum></%1$s>"
                .formatted(element, count, sum(direction).toPlainString());
    }

    private BigDecimal sum(String direction) {
        return lines.stream()
                .filter(line -> line.direction().equals(direction))
                .map(line -> new BigDecimal(line.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String entry(Line line) {
        return """
              <Ntry>
                <Amt Ccy="CNY">%s</Amt>
                <CdtDbtInd>%s</CdtDbtInd>
                <Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><DtTm>%sT10:00:00+08:00</DtTm></BookgDt>
                <AcctSvcrRef>%s</AcctSvcrRef>
                <BkTxCd><Prtry><Cd>TRF</Cd></Prtry></BkTxCd>
              </Ntry>
        """
                .formatted(line.amount(), line.direction(), day, line.reference());
    }
}
