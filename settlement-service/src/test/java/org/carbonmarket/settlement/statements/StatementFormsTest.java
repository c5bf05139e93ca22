package org.carbonmarket.settlement.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.settlement.funds.Bucket;
import org.carbonmarket.settlement.funds.Entry.Purpose;
import org.carbonmarket.settlement.funds.PostingReason;
import org.carbonmarket.settlement.funds.ledger.FundsView;
import org.carbonmarket.settlement.funds.ledger.PostingView;
import org.carbonmarket.settlement.funds.ledger.PostingView.EntryView;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;

class StatementFormsTest {

    private static final LocalDate DAY = LocalDate.parse("2021-07-16");

    @Test
    void aDocumentWithCommasAndQuotesIsReadBackFromTheCsvAsItWas() throws IOException {
        String document = "bank, \"ref\" 第一";
        String csv = StatementCsv.of(statement(1, document));

        List<CSVRecord> lines =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(new StringReader(csv))
                        .getRecords();
        assertThat(lines).hasSize(3 + 2 + 1 + 3);
        assertThat(lines.getFirst().get("reason")).isEqualTo("OPENING");
        assertThat(lines.get(3).get("document")).isEqualTo(document);
        assertThat(lines.get(4).get("purpose")).isEqualTo("FEE");
        assertThat(lines.get(5).get("amount")).isEqualTo("24.00");
    }

    /** The system property {@code statement.pdf} names a file to keep it in, to look at it. */
    @Test
    void aLongStatementIsAPdfOfSeveralPages() throws IOException {
        byte[] pdf = StatementPdf.of(statement(120, "ICBC-20210716-第一"));

        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        try (PdfReader reader = new PdfReader(pdf)) {
            assertThat(reader.getNumberOfPages()).isGreaterThan(2);
            assertThat(reader.getInfo().get("Title")).contains("POWER-1");
        }
        String keep = System.getProperty("statement.pdf");
        if (keep != null) {
            Files.write(Path.of(keep), pdf);
        }
    }

    private static Statement statement(int postings, String document) {
        FundsView funds =
                new FundsView(Money.ofYuan("5000000.00"), Money.ofYuan("1.00"), Money.ZERO);
        return new Statement(
                AccountId.of("POWER-1"),
                "第一电力有限公司",
                DAY,
                DAY,
                DAY,
                funds,
                LongStream.rangeClosed(1, postings).mapToObj(i -> posting(i, document)).toList(),
                "24.00",
                funds,
                Statement.Standing.OPEN);
    }

    private static PostingView posting(long number, String document) {
        return new PostingView(
                number,
                PostingReason.TRADE_PAYMENT,
                document,
                OffsetDateTime.parse("2021-07-16T10:00:00+08:00"),
                List.of(
                        new EntryView(Bucket.IN_TRADING, Purpose.PRINCIPAL, "-48000.00"),
                        new EntryView(Bucket.IN_TRADING, Purpose.FEE, "-24.00")));
    }
}
