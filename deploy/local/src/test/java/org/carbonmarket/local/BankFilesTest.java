package org.carbonmarket.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.carbonmarket.local.BankFiles.Entry;
import org.carbonmarket.local.BankFiles.Order;
import org.junit.jupiter.api.Test;

/** What the local bank writes is what settlement's schemas demand. */
class BankFilesTest {

    private static final Path SCHEMAS =
            Path.of("../../settlement-service/src/main/resources/iso20022");
    private static final Entry CREDIT =
            new Entry("REF-1", "P-0001", "Smith & Sons <Power>", new BigDecimal("12000000.00"));
    private static final Entry DEBIT = new Entry("REF-2", "", "", new BigDecimal("-5.00"));

    @Test
    void everyMessageIsOfItsSchema() {
        assertThatCode(() ->
                        validate(
                                "camt.054.001.08",
                                BankFiles.creditNotification("M-1", "2021-07-16", List.of(CREDIT))))
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        validate(
                                "camt.053.001.08",
                                BankFiles.dayStatement(
                                        "M-2",
                                        "2021-07-16",
                                        new BigDecimal("0.00"),
                                        List.of(CREDIT, DEBIT))))
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        validate(
                                "pain.002.001.10",
                                BankFiles.paid(
                                        new Order("PO-WD-7", "WD-7", "CNY", "5.00"),
                                        "REF-2",
                                        "2021-07-16")))
                .doesNotThrowAnyException();
    }

    @Test
    void aPaymentOrderIsRead() {
        String order =
                """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
                <GrpHdr><MsgId>PO-WD-7</MsgId></GrpHdr>
                <PmtId><EndToEndId>WD-7</EndToEndId></PmtId>
                <Amt><InstdAmt Ccy="CNY">5.00</InstdAmt></Amt>
                </Document>
                """;
        assertThat(BankFiles.order(order)).isEqualTo(new Order("PO-WD-7", "WD-7", "CNY", "5.00"));
    }

    private static void validate(String message, String file) throws Exception {
        SchemaFactory.newDefaultInstance()
                .newSchema(SCHEMAS.resolve(message + ".xsd").toFile())
                .newValidator()
                .validate(new StreamSource(new StringReader(file)));
    }
}
