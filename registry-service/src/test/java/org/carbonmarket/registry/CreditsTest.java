package org.carbonmarket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.registry.Registry.AUDITOR;
import static org.carbonmarket.registry.Registry.OPERATOR;
import static org.carbonmarket.registry.Registry.as;
import static org.carbonmarket.registry.Registry.asHolderOf;
import static org.carbonmarket.registry.Registry.asNobody;
import static org.carbonmarket.registry.Registry.tonnes;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.carbonmarket.events.registry.CreditEvent.CreditsIssued;
import org.carbonmarket.events.registry.CreditEvent.CreditsPooled;
import org.carbonmarket.events.registry.CreditEvent.CreditsRetired;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.testing.MarketInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class CreditsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void aBatchGetsTheNextSerialsOnASecondPersonsWord() {
        Credits.register("CRA", "CRA-OWNER");
        String batch = Credits.propose("CRA", 2021, 1_000);

        as(OPERATOR)
                .post("/projects/CRA/batches/{batch}/approval", batch)
                .then()
                .statusCode(403)
                .body("code", equalTo("SAME_PERSON"));
        JsonPath first = Credits.issue("CRA", batch);
        JsonPath again = Credits.issue("CRA", batch);
        JsonPath second = Credits.issue("CRA", Credits.propose("CRA", 2022, 500));

        assertThat(again.getLong("serials.first")).isEqualTo(first.getLong("serials.first"));
        assertThat(first.getLong("serials.last") - first.getLong("serials.first")).isEqualTo(999);
        assertThat(second.getLong("serials.first")).isEqualTo(first.getLong("serials.last") + 1);
        assertThat(tonnes("CRA-OWNER", "CCER-CRA-2021", "available")).isEqualTo(1_000);
        assertThat(tonnes("CRA-OWNER", "CCER-CRA-2022", "available")).isEqualTo(500);
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() ->
                        assertThat(SettlementSide.read(Topic.REGISTRY_CREDITS))
                                .filteredOn(CreditsIssued.class::isInstance)
                                .filteredOn(event -> event.key().equals("CRA"))
                                .hasSize(2));
    }

    @Test
    void aDayOfReductionsIsCreditedOnce() {
        Credits.register("CRB", "CRB-OWNER");
        Credits.propose("CRB", 2021, 10);

        propose("CRB", "2021-12-31", "2022-12-30", 10)
                .statusCode(409)
                .body("code", equalTo("PERIOD_CREDITED"))
                .body("field", equalTo("periodFrom"));
    }

    @Test
    void pooledCreditsTradeAsFungibleUnitsAndTheFirstInAreRetiredFirst() {
        long first = Credits.issued("CRC", "CRC-OWNER", 2021, 100);
        Registry.openActive("CRC-FUND");
        long tonnesBefore = pooledBefore();

        pool("CRC-OWNER", "CCER-CRC-2021", 60)
                .statusCode(201)
                .body("serials", hasSize(1))
                .body("serials[0].first", equalTo((int) first))
                .body("serials[0].last", equalTo((int) first + 59));

        assertThat(tonnes("CRC-OWNER", "CCER-CRC-2021", "available")).isEqualTo(40);
        assertThat(tonnes("CRC-OWNER", "CCER", "available")).isEqualTo(60);
        Registry.entrust("CRC-OWNER", "CCER", 10).statusCode(201);
        Registry.entrust("CRC-OWNER", "CCER-CRC-2021", 10)
                .statusCode(422)
                .body("code", equalTo("CREDITS_NOT_POOLED"));
        drainPool(tonnesBefore);
        String certificate =
                retire("CRC-OWNER", Map.of("product", "CCER", "tonnes", 25))
                        .statusCode(201)
                        .extract()
                        .path("certificate");

        asNobody()
                .get("/certificates/{hash}", certificate)
                .then()
                .statusCode(200)
                .body("tonnes", equalTo(25))
                .body("serials[0].project", equalTo("CRC"))
                .body("serials[0].firstSerial", equalTo((int) first))
                .body("serials[0].lastSerial", equalTo((int) first + 24));
        assertBalanced("CCER");
        assertBalanced("CCER-CRC-2021");
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() ->
                        assertThat(SettlementSide.read(Topic.REGISTRY_CREDITS))
                                .filteredOn(event -> event.key().equals("CRC"))
                                .hasAtLeastOneElementOfType(CreditsPooled.class)
                                .hasAtLeastOneElementOfType(CreditsRetired.class));
    }

    /** Credits other tests left in the pool have their turn first. */
    private void drainPool(long units) {
        if (units > 0) {
            Credits.issued("CRZ", "CRZ-OWNER", 2020, units);
            pool("CRZ-OWNER", "CCER-CRZ-2020", units).statusCode(201);
            retire("CRZ-OWNER", Map.of("product", "CCER", "tonnes", units)).statusCode(201);
        }
    }

    private static long pooledBefore() {
        var totals = as(AUDITOR).get("/holdings/totals?product=CCER").then().extract();
        return totals.statusCode() == 404
                ? 0
                : totals.<Number>path("available").longValue()
                        + totals.<Number>path("inTrading").longValue();
    }

    @Test
    void aCertificateIsVerifiedByItsHashAndPrintsTheBeneficiary() throws IOException {
        long first = Credits.issued("CRD", "CRD-OWNER", 2021, 100);
        String hash =
                retire(
                                "CRD-OWNER",
                                Map.of(
                                        "product",
                                        "CCER-CRD-2021",
                                        "tonnes",
                                        10,
                                        "firstSerial",
                                        first + 50,
                                        "beneficiary",
                                        "湖北示例航空有限公司 (Example Air)"))
                        .statusCode(201)
                        .extract()
                        .path("certificate");

        byte[] json = asNobody().get("/certificates/{hash}", hash).asByteArray();
        byte[] pdf =
                asNobody()
                        .get("/certificates/{hash}/pdf", hash)
                        .then()
                        .statusCode(200)
                        .contentType("application/pdf")
                        .extract()
                        .asByteArray();

        assertThat(sha256(json)).isEqualTo(hash);
        assertThat(asNobody().get("/certificates/{hash}/pdf", hash).asByteArray()).isEqualTo(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("CERTIFICATE OF RETIREMENT", hash, "Example Air", "湖北示例航空有限公司")
                    .contains("%d to %d (10 t)".formatted(first + 50, first + 59));
        }
        asNobody()
                .get("/certificates/{hash}", "0".repeat(64))
                .then()
                .statusCode(404)
                .body("code", equalTo("CERTIFICATE_UNKNOWN"));
    }

    @Test
    void noSerialIsRetiredTwice() {
        long first = Credits.issued("CRE", "CRE-OWNER", 2021, 100);
        Map<String, Object> exact =
                Map.of("product", "CCER-CRE-2021", "tonnes", 10, "firstSerial", first);
        retire("CRE-OWNER", exact).statusCode(201);

        retire("CRE-OWNER", exact).statusCode(409).body("code", equalTo("SERIALS_NOT_HELD"));

        assertThat(tonnes("CRE-OWNER", "CCER-CRE-2021", "available")).isEqualTo(90);
        asHolderOf("CRE-OWNER")
                .get("/accounts/CRE-OWNER/serials")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].serials.first", equalTo((int) first + 10));
        asNobody()
                .get("/retirements?account=CRE-OWNER")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void creditsNobodyHasAreNeitherPooledNorRetired() {
        Credits.ensureOpen("CRG-1");
        pool("CRG-1", "CCER-NOTHING-2021", 1)
                .statusCode(422)
                .body("code", equalTo("PRODUCT_UNKNOWN"));
        retire("CRG-1", Map.of("product", "CCER-NOTHING-2021", "tonnes", 1))
                .statusCode(422)
                .body("code", equalTo("PRODUCT_UNKNOWN"));
    }

    @Test
    void moreThanIsHeldIsNeitherPooledNorRetired() {
        Credits.issued("CRF", "CRF-OWNER", 2021, 100);

        pool("CRF-OWNER", "CCER-CRF-2021", 101)
                .statusCode(409)
                .body("code", equalTo("HOLDING_SHORT"));
        retire("CRF-OWNER", Map.of("product", "CCER-CRF-2021", "tonnes", 101))
                .statusCode(409)
                .body("code", equalTo("HOLDING_SHORT"));
        pool("CRF-OWNER", "CCER-CRF-2021", 5).statusCode(201);
        retire("CRF-OWNER", Map.of("product", "CCER", "tonnes", 6))
                .statusCode(409)
                .body("code", equalTo("HOLDING_SHORT"));
    }

    private static void assertBalanced(String product) {
        as(AUDITOR)
                .get("/holdings/totals?product={product}", product)
                .then()
                .statusCode(200)
                .body("balanced", equalTo(true));
    }

    private static ValidatableResponse propose(
            String project, String from, String to, long tonnes) {
        return Credits.propose(project, from, to, tonnes);
    }

    private static ValidatableResponse pool(String account, String product, long tonnes) {
        return Credits.pool(account, product, tonnes);
    }

    private static ValidatableResponse retire(String account, Map<String, Object> asked) {
        return Credits.retire(account, asked);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(new String(bytes, StandardCharsets.UTF_8), impossible);
        }
    }
}
