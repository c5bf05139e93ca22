package org.carbonmarket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.registry.Registry.asNobody;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.carbonmarket.testing.MarketInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Anybody reads the public reports; nobody needs a login. */
@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class PublicReportsTest {

    private static boolean prepared;

    @BeforeEach
    void prepareOnce() {
        if (!prepared) {
            prepared = true;
            Registry.openActive("REP-1");
            Registry.openActive("REP-2");
            Registry.recordAllowance("REPA");
            Registry.allocate("REP-1", "REPA", 100);
            Registry.allocate("REP-2", "REPA", 50);
            Registry.entrust("REP-1", "REPA", 30).statusCode(201);
            Reports.approved("REP-1", 2023, 70);
            Credits.issued("REPC", "REP-1", 2022, 20);
            Credits.retire(
                            "REP-1",
                            Map.of(
                                    "product",
                                    "CCER-REPC-2022",
                                    "tonnes",
                                    5,
                                    "beneficiary",
                                    "=cmd()"))
                    .statusCode(201);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts", "holdings", "transactions", "retirements", "compliance"})
    void aReportIsPagedAndComesAsCsvAndWorkbook(String report) throws IOException {
        asNobody()
                .get("/reports/{report}?limit=1", report)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        String csv =
                asNobody()
                        .get("/reports/{report}/csv", report)
                        .then()
                        .statusCode(200)
                        .contentType("text/csv")
                        .extract()
                        .asString();
        assertThat(csv.lines().count()).isGreaterThan(1);
        byte[] workbook =
                asNobody()
                        .get("/reports/{report}/xlsx", report)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
        assertThat(sheet(workbook)).contains("<row");
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        String next =
                asNobody()
                        .get("/reports/transactions?product=REPA&limit=2")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(2))
                        .body("items.reason", everyItem(equalTo("INITIAL_ALLOCATION")))
                        .body("next", notNullValue())
                        .extract()
                        .path("next");

        asNobody()
                .queryParam("product", "REPA")
                .queryParam("limit", 2)
                .queryParam("cursor", next)
                .get("/reports/transactions")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].reason", equalTo("ENTRUSTMENT"))
                .body("items[0].tonnes", equalTo(30));
    }

    @Test
    void holdingsAreToldInTotalOnly() {
        asNobody()
                .get("/reports/holdings?product=REPA")
                .then()
                .statusCode(200)
                .body("items[0].tonnes", equalTo(150))
                .body("items[0].accounts", equalTo(2));
    }

    @Test
    void complianceAndAccountsAreFiltered() {
        asNobody()
                .get("/reports/compliance?account=REP-1&year=2023")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].obligation", equalTo(70))
                .body("items[0].state", equalTo("OPEN"));
        asNobody()
                .get("/reports/accounts?account=REP-2&state=ACTIVE")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void somebodysNameIsNoFormula() {
        assertThat(asNobody().get("/reports/retirements/csv?account=REP-1").asString())
                .contains(",'=cmd(),");
    }

    @ParameterizedTest
    @CsvSource({
        "/reports/weather, 404, REPORT_UNKNOWN",
        "/reports/weather/csv, 404, REPORT_UNKNOWN",
        "/reports/accounts?password=x, 400, PARAMETER_UNKNOWN",
        "/reports/compliance?year=x, 400, PARAMETER_MALFORMED",
        "/reports/compliance/xlsx?year=x, 400, PARAMETER_MALFORMED",
        "/reports/transactions?cursor=YWJj, 400, PARAMETER_MALFORMED",
        "/reports/accounts?limit=0, 400, LIMIT_OUT_OF_RANGE"
    })
    void whatIsNotThereIsSaidSo(String path, int status, String code) {
        asNobody().get(path).then().statusCode(status).body("code", equalTo(code));
    }

    /** Read by its directory, as spreadsheets do: its entries are written before their sizes. */
    private static String sheet(byte[] workbook) throws IOException {
        Path file = Files.createTempFile("report", ".xlsx");
        try {
            Files.write(file, workbook);
            try (ZipFile parts = new ZipFile(file.toFile())) {
                ZipEntry sheet =
                        parts.stream()
                                .filter(part -> part.getName().startsWith("xl/worksheets/"))
                                .findFirst()
                                .orElseThrow();
                return new String(
                        parts.getInputStream(sheet).readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }
}
