package org.carbonmarket.registry.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.junit.jupiter.api.Test;

class UnitFileTest {

    private static final String HEADER = "unit,account,product,tonnes,document\r\n";

    @Test
    void aFileInFormIsReadWhole() {
        UnitFile file =
                read(HEADER + "Unit 1,POWER-1,CEA,1000,MEE 2021/7\r\nUnit 2,POWER-1,CEA,5,D\r\n");

        assertThat(file.errors()).isEmpty();
        assertThat(file.lines())
                .first()
                .isEqualTo(
                        new AllocationLine(
                                2,
                                "Unit 1",
                                AccountId.of("POWER-1"),
                                ProductCode.of("CEA"),
                                Tonnes.of(1000),
                                "MEE 2021/7"));
        assertThat(file.lines()).hasSize(2);
    }

    @Test
    void aSpreadsheetsByteOrderMarkAndQuotesAreUnderstood() {
        UnitFile file = read("\uFEFF" + HEADER + "\"Unit 1, boiler\",POWER-1,CEA,1000,D\n");

        assertThat(file.errors()).isEmpty();
        assertThat(file.lines().getFirst().unit()).isEqualTo("Unit 1, boiler");
    }

    @Test
    void everyBadColumnOfEveryLineIsReported() {
        UnitFile file =
                read(
                        HEADER
                                + ",power 1,cea,-5,\n"
                                + "Unit 2,POWER-1,CEA,1000,D\n"
                                + "Unit 3,POWER-1,CEA,1.5,D\n"
                                + "Unit 4,POWER-1,CEA,1000000001,D\n"
                                + "Unit 5,POWER-1,CEA\n"
                                + "Unit 6,POWER-1,CEA,0,D\n");

        assertThat(file.errors())
                .extracting(LineError::line, LineError::column, LineError::code)
                .containsExactly(
                        tuple(2L, "unit", "TEXT_MALFORMED"),
                        tuple(2L, "account", "CODE_MALFORMED"),
                        tuple(2L, "product", "CODE_MALFORMED"),
                        tuple(2L, "tonnes", "TONNES_MALFORMED"),
                        tuple(2L, "document", "TEXT_MALFORMED"),
                        tuple(4L, "tonnes", "TONNES_MALFORMED"),
                        tuple(5L, "tonnes", "TONNES_MALFORMED"),
                        tuple(6L, "", "COLUMNS_WRONG"),
                        tuple(7L, "tonnes", "TONNES_MALFORMED"));
    }

    @Test
    void aUnitIsGrantedAProductOncePerDocument() {
        UnitFile file =
                read(
                        HEADER
                                + "Unit 1,POWER-1,CEA,1000,D\n"
                                + "Unit 1,POWER-1,CEA21,1000,D\n"
                                + "Unit 1,POWER-2,CEA,10,D\n");

        assertThat(file.errors())
                .extracting(LineError::line, LineError::code)
                .containsExactly(tuple(4L, "UNIT_REPEATED"));
    }

    @Test
    void aForeignHeaderRefusesTheFile() {
        assertThat(read("account,unit,product,tonnes,document\na,b,c,d,e\n").errors())
                .extracting(LineError::line, LineError::code)
                .containsExactly(tuple(1L, "CSV_HEADER"));
    }

    @Test
    void anEmptyFileHasNoUnits() {
        assertThat(read("").errors()).extracting(LineError::code).containsExactly("CSV_EMPTY");
        assertThat(read(HEADER).errors()).extracting(LineError::code).containsExactly("CSV_EMPTY");
    }

    @Test
    void anOpenQuoteRefusesTheFile() {
        assertThat(read(HEADER + "\"Unit 1,POWER-1,CEA,1000,D\n").errors())
                .extracting(LineError::code)
                .containsExactly("CSV_MALFORMED");
    }

    @Test
    void bytesThatAreNotUtf8RefuseTheFile() {
        assertThat(UnitFile.read(new byte[] {(byte) 0xC3, (byte) 0x28}).errors())
                .extracting(LineError::code)
                .containsExactly("CSV_NOT_UTF8");
    }

    @Test
    void aFileThatIsTooLongIsRefused() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i <= CsvFile.MOST_LINES; i++) {
            text.append("Unit ").append(i).append(",POWER-1,CEA,1,D\n");
        }

        assertThat(read(text.toString()).errors())
                .extracting(LineError::code)
                .containsExactly("CSV_TOO_LONG");
    }

    private static UnitFile read(String text) {
        return UnitFile.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
