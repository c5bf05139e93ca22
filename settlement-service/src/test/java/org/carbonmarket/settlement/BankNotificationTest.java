package org.carbonmarket.settlement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.settlement.SettlementTest.OPERATOR;
import static org.carbonmarket.settlement.SettlementTest.as;
import static org.carbonmarket.settlement.SettlementTest.deposit;
import static org.carbonmarket.settlement.SettlementTest.funds;
import static org.carbonmarket.settlement.SettlementTest.open;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.carbonmarket.settlement.bank.Camt054;
import org.carbonmarket.settlement.bank.Camt054.Credit;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bank's camt.054 files: each reference booked once, a file with a fault not at all. */
@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class BankNotificationTest {

    @Test
    void theSameFileFiveTimesAtOnceCreditsOnce() throws Exception {
        open("NOTE-1");
        String file =
                Camt054.of(
                                "N-1",
                                new Credit("N1-A", "NOTE-1", "5.00"),
                                new Credit("N1-B", "NOTE-1", "7.50"))
                        .xml();
        Callable<Integer> send = () -> notify(file).statusCode(200).extract().path("booked");

        try (ExecutorService senders = Executors.newFixedThreadPool(5)) {
            long booked = 0;
            for (var sent : senders.invokeAll(IntStream.range(0, 5).mapToObj(_ -> send).toList())) {
                booked += sent.get();
            }
            assertThat(booked).isEqualTo(2);
        }
        funds("NOTE-1").body("available", equalTo("12.50"));
    }

    @Test
    void filesThatShareReferencesInAnyOrderCreditEachOnce() throws Exception {
        open("NOTE-2");
        List<Credit> credits =
                IntStream.range(0, 40)
                        .mapToObj(i -> new Credit("N2-" + i, "NOTE-2", "1.00"))
                        .toList();
        List<Callable<Integer>> senders =
                IntStream.range(0, 8)
                        .<Callable<Integer>>mapToObj(n ->
                                () ->
                                        notify(new Camt054("N-2-" + n, part(credits, n)).xml())
                                                .statusCode(200)
                                                .extract()
                                                .path("booked"))
                        .toList();

        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            long booked = 0;
            for (var sent : pool.invokeAll(senders)) {
                booked += sent.get();
            }
            assertThat(booked).isEqualTo(40);
        }
        funds("NOTE-2").body("available", equalTo("40.00"));
    }

    /** A rotated, every other time reversed, list: the later message may well come first. */
    private static List<Credit> part(List<Credit> credits, int n) {
        List<Credit> rotated =
                Stream.concat(credits.stream().skip(5L * n), credits.stream().limit(5L * n))
                        .toList();
        return n % 2 == 0 ? rotated : rotated.reversed();
    }

    @Test
    void aChangedAmountUnderTheSameReferenceIsRefusedAndAlertedWhileTheRestIsBooked() {
        open("NOTE-3");
        double alarms = alarms();
        notify(Camt054.of("N-3", new Credit("N3-A", "NOTE-3", "5.00")).xml()).statusCode(200);

        for (int i = 0; i < 5; i++) {
            notify(
                            Camt054.of(
                                            "N-3-CHANGED",
                                            new Credit("N3-A", "NOTE-3", "6.00"),
                                            new Credit("N3-B", "NOTE-3", "1.00"))
                                    .xml())
                    .statusCode(200)
                    .body("contradicted", equalTo(1))
                    .body("credits[0].outcome", equalTo("CONTRADICTED"));
        }

        funds("NOTE-3").body("available", equalTo("6.00"));
        assertThat(alarms() - alarms).isEqualTo(5);
        int number =
                as(OPERATOR)
                        .get("/bank/discrepancies?state=open&limit=1")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(1))
                        .body("items[0].bankReference", equalTo("N3-A"))
                        .body("items[0].expected", equalTo("DEPOSIT NOTE-3 5.00"))
                        .body("items[0].received", equalTo("DEPOSIT NOTE-3 6.00"))
                        .body("items[0].times", equalTo(5))
                        .extract()
                        .path("items[0].number");
        as(OPERATOR)
                .contentType("application/json")
                .body(Map.of("resolution", "the bank withdrew it"))
                .post("/bank/discrepancies/{n}/resolution", number)
                .then()
                .statusCode(200)
                .body("resolvedBy", equalTo("wang"));
    }

    @Test
    void aChangedDepositByHandIsRefusedAndAlertedToo() {
        open("NOTE-4");
        open("NOTE-5");
        deposit("NOTE-4", "5.00", "N4-A").statusCode(201);
        deposit("NOTE-5", "5.00", "N4-A").statusCode(409);

        as(OPERATOR)
                .get("/bank/discrepancies?limit=1")
                .then()
                .body("items[0].received", equalTo("DEPOSIT NOTE-5 5.00"))
                .body("items[0].source", equalTo("wang"));
    }

    static Stream<Arguments> faultyFiles() {
        return Stream.of(
                fault(422, "CURRENCY_NOT_TAKEN", xml -> xml.replace("\"CNY\"", "\"USD\"")),
                fault(422, "CURRENCY_NOT_TAKEN", xml -> xml.replace(">CNY<", ">EUR<")),
                fault(422, "BANK_ACCOUNT_NOT_OURS", xml -> xml.replace("CARBON-CLIENT", "OTHER")),
                fault(422, "ACCOUNT_UNKNOWN", xml -> xml.replace("NOTE-6<", "NOTE-9<")),
                fault(422, "ACCOUNT_MALFORMED", xml -> xml.replace("NOTE-6<", "note 6<")),
                fault(422, "AMOUNT_NOT_POSITIVE", xml -> xml.replace("2.00", "0.00")),
                fault(422, "TOTALS_DIFFER", xml -> xml.replace("<Sum>3.00", "<Sum>3.01")),
                fault(422, "TOTALS_DIFFER", xml -> xml.replace("ries>2<", "ries>3<")),
                fault(422, "BANK_REFERENCE_TWICE", xml -> xml.replace("N6-B", "N6-A")),
                fault(422, "NOT_A_CREDIT", xml -> xml.replace("CRDT", "DBIT")),
                fault(422, "ENTRY_NOT_BOOKED", xml -> xml.replace("BOOK", "PDNG")),
                fault(
                        422,
                        "REVERSAL_NOT_TAKEN",
                        xml -> xml.replace("<Sts>", "<RvslInd>true</RvslInd><Sts>")));
    }

    @ParameterizedTest
    @MethodSource("faultyFiles")
    void aFileWithAFaultyEntryIsRefusedWholeWithTheReason(
            int status, String code, UnaryOperator<String> fault) {
        open("NOTE-6");
        notify(fault.apply(good()))
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo("BANK_FILE_REFUSED"))
                .body("errors.code.find { it == '%s' }".formatted(code), equalTo(code));
        funds("NOTE-6").body("available", equalTo("0.00"));
    }

    static Stream<Arguments> filesThatAreNoMessage() {
        return Stream.of(
                fault(400, "BANK_FILE_MALFORMED", xml -> xml.substring(0, xml.length() - 30)),
                fault(400, "BANK_FILE_MALFORMED", _ -> "account,amount\nNOTE-6,5.00\n"),
                fault(400, "BANK_FILE_MALFORMED", _ -> "{\"amount\":\"5.00\"}"),
                fault(400, "BANK_FILE_MALFORMED", xml -> xml + "<Document/>"),
                fault(400, "BANK_FILE_MALFORMED", xml -> xml.replace("NOTE-6", "&undefined;")),
                fault(400, "DOCUMENT_TYPE_REFUSED", BankNotificationTest::billionLaughs),
                fault(400, "DOCUMENT_TYPE_REFUSED", BankNotificationTest::quadraticBlowUp),
                fault(
                        400,
                        "DOCUMENT_TYPE_REFUSED",
                        xml -> withType(xml, "<!ENTITY x SYSTEM 'file:///etc/passwd'>")),
                fault(
                        400,
                        "DOCUMENT_TYPE_REFUSED",
                        xml -> withType(xml, "<!ENTITY % x SYSTEM 'http://127.0.0.1:9/x'> %x;")),
                fault(
                        400,
                        "DOCUMENT_TYPE_REFUSED",
                        xml ->
                                xml.replace(
                                        "<Document ",
                                        "<!DOCTYPE Document SYSTEM 'http://127.0.0.1:9/d.dtd'>\n"
                                                + "<Document ")),
                fault(
                        422,
                        "BANK_FILE_OFF_SCHEMA",
                        xml -> xml.replace("<Sts>", "<a>".repeat(100_000))),
                fault(422, "BANK_MESSAGE_OTHER", xml -> xml.replace("camt.054", "pain.002")),
                fault(422, "BANK_MESSAGE_OTHER", _ -> "<Document/>"),
                fault(422, "BANK_FILE_OFF_SCHEMA", xml -> xml.replace("2.00", "-2.00")),
                fault(422, "BANK_FILE_OFF_SCHEMA", xml -> xml.replace("2.00", "2.001")),
                fault(422, "BANK_FILE_OFF_SCHEMA", xml -> xml.replace("2.00", "2e3")),
                fault(422, "BANK_FILE_OFF_SCHEMA", xml -> xml.replace("2.00", "9".repeat(19))),
                fault(422, "BANK_FILE_OFF_SCHEMA", xml -> xml.replace("N6-A", "R".repeat(36))),
                fault(422, "BANK_FILE_OFF_SCHEMA", xml -> xml.replace("N6-A", "")),
                fault(422, "BANK_FILE_OFF_SCHEMA", xml -> xml.replace("<Sts>", "<Unknown/><Sts>")),
                fault(
                        422,
                        "BANK_FILE_OFF_SCHEMA",
                        xml -> xml.replace("<AcctSvcrRef>N6-A</AcctSvcrRef>", "")),
                fault(
                        422,
                        "BANK_FILE_OFF_SCHEMA",
                        xml ->
                                xml.replace(
                                        "<Sts>",
                                        "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude'"
                                                + " href='file:///etc/passwd'/><Sts>")));
    }

    @ParameterizedTest
    @MethodSource("filesThatAreNoMessage")
    void aFileThatIsNoSuchMessageIsRefusedWholeWithTheReason(
            int status, String code, UnaryOperator<String> fault) {
        open("NOTE-6");
        notify(fault.apply(good()))
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
        funds("NOTE-6").body("available", equalTo("0.00"));
    }

    /** Asks first, as a bank's client does, so that the refusal comes before the file is sent. */
    @Test
    void aFileTooLargeIsRefusedWhole() throws Exception {
        open("NOTE-6");
        String file = good().replace("第一电力", "X".repeat(3_000_000));
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(RestAssured.baseURI + ":" + RestAssured.port)
                                        .resolve("/api/v1/bank/notifications"))
                        .version(HttpClient.Version.HTTP_1_1)
                        .expectContinue(true)
                        .header("Authorization", "Bearer " + OPERATOR)
                        .header("Content-Type", "application/xml")
                        .POST(HttpRequest.BodyPublishers.ofString(file))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
        }
        funds("NOTE-6").body("available", equalTo("0.00"));
    }

    @Test
    void anEmptyFileAndAnotherFormAreRefused() {
        notify("").statusCode(400).body("code", containsString("M"));
        as(OPERATOR)
                .contentType("application/json")
                .body("{}")
                .post("/bank/notifications")
                .then()
                .statusCode(415);
    }

    @Test
    void everyFaultOfAFileIsNamedWithItsEntry() {
        open("NOTE-6");
        notify(good().replace("BOOK", "PDNG"))
                .statusCode(422)
                .body("errors", hasSize(2))
                .body("errors[1].at", equalTo("entry 2"));
    }

    @Test
    void thousandsOfCreditsOfOneFileAreBookedTogether() {
        open("NOTE-7");
        List<Credit> credits =
                LongStream.range(0, 2_000)
                        .mapToObj(i -> new Credit("N7-" + i, "NOTE-7", "0.01"))
                        .toList();
        notify(new Camt054("N-7", credits).xml()).statusCode(200).body("booked", equalTo(2_000));
        funds("NOTE-7").body("available", equalTo("20.00"));
    }

    @Test
    void theBankItselfMayHandInFilesAndAParticipantMayNot() {
        open("NOTE-8");
        String file = Camt054.of("N-8", new Credit("N8-A", "NOTE-8", "5.00")).xml();
        as(TestTokens.participant("NOTE-8"))
                .contentType("application/xml")
                .body(file)
                .post("/bank/notifications")
                .then()
                .statusCode(403);
        as(TestTokens.of("settlement-bank"))
                .contentType("application/xml")
                .body(file)
                .post("/bank/notifications")
                .then()
                .statusCode(200)
                .body("booked", equalTo(1))
                .body("code", nullValue());
    }

    private static ValidatableResponse notify(String file) {
        return as(OPERATOR)
                .contentType("application/xml; charset=UTF-8")
                .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/bank/notifications")
                .then();
    }

    private static String good() {
        return Camt054.of(
                        "N-6",
                        new Credit("N6-A", "NOTE-6", "1.00"),
                        new Credit("N6-B", "NOTE-6", "2.00"))
                .xml();
    }

    private static Arguments fault(int status, String code, UnaryOperator<String> fault) {
        return Arguments.of(status, code, fault);
    }

    private static String withType(String xml, String declarations) {
        return xml.replace("<Document ", "<!DOCTYPE Document [" + declarations + "]>\n<Document ")
                .replace("NOTE-6", "&x;");
    }

    private static String billionLaughs(String xml) {
        StringBuilder entities = new StringBuilder("<!ENTITY x0 'ha'>");
        for (int i = 1; i <= 30; i++) {
            entities.append("<!ENTITY x%d '%s'>".formatted(i, "&x%d;".formatted(i - 1).repeat(10)));
        }
        return withType(xml, entities.toString()).replace("&x;", "&x30;");
    }

    private static String quadraticBlowUp(String xml) {
        return withType(xml, "<!ENTITY x '" + "A".repeat(50_000) + "'>")
                .replace("&x;", "&x;".repeat(50_000));
    }

    /** The meter an operator's alert watches. */
    private static double alarms() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("settlement_bank_discrepancies_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
