package org.carbonmarket.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.settlement.SettlementTest.OPERATOR;
import static org.carbonmarket.settlement.SettlementTest.PROBE;
import static org.carbonmarket.settlement.SettlementTest.as;
import static org.carbonmarket.settlement.SettlementTest.deposit;
import static org.carbonmarket.settlement.SettlementTest.open;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.awaitility.Awaitility;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.SessionEvent.PhaseEntered;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements in every form, and the participant's word about them. */
@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class StatementTest {

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Test
    void aStatementIsJsonCsvOrPdfAsAskedFor() {
        open("STAT-1");
        deposit("STAT-1", "5.00", "STAT-REF-1").statusCode(201);

        as(OPERATOR)
                .get("/accounts/STAT-1/statements/" + today)
                .then()
                .statusCode(200)
                .body("holder", equalTo("STAT-1 Power"))
                .body("opening.available", equalTo("0.00"))
                .body("postings", hasSize(1))
                .body("closing.available", equalTo("5.00"))
                .body("standing", equalTo("OPEN"));
        assertThat(form("text/csv", "/accounts/STAT-1/statements/" + today))
                .asString(StandardCharsets.UTF_8)
                .contains("DEPOSIT,STAT-REF-1,AVAILABLE,PRINCIPAL,5.00");
        assertThat(form("application/pdf", "/accounts/STAT-1/statements/" + today))
                .asString(StandardCharsets.US_ASCII)
                .startsWith("%PDF-");
    }

    @Test
    void aPeriodHasAStatementToo() {
        open("STAT-2");
        deposit("STAT-2", "5.00", "STAT-REF-2").statusCode(201);
        String path =
                "/accounts/STAT-2/statements?from=%s&until=%s".formatted(today.minusDays(6), today);

        as(OPERATOR)
                .get(path)
                .then()
                .statusCode(200)
                .body("postings", hasSize(1))
                .body("closing.available", equalTo("5.00"));
        assertThat(form("text/csv", path)).asString(StandardCharsets.UTF_8).contains("CLOSING");
        assertThat(form("application/pdf", path)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "from=2021-07-16, 400, PARAMETER_MISSING",
        "from=2021-07-16&until=2021-07-15, 422, PERIOD_OUT_OF_RANGE",
        "from=2021-07-16&until=2022-07-17, 422, PERIOD_OUT_OF_RANGE",
        "from=20210716&until=2022-07-17, 400, PARAMETER_MALFORMED"
    })
    void aPeriodOutOfFormIsRefused(String query, int status, String code) {
        open("STAT-2");
        as(OPERATOR)
                .get("/accounts/STAT-2/statements?" + query)
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }

    @Test
    void aParticipantObjectsUntilTheNextOpeningAndTheOperatorAnswersOnce() {
        open("STAT-3");
        open("STAT-4");
        LocalDate day = LocalDate.parse("2019-01-02");
        LocalDate next = day.plusDays(1);
        int number =
                object("STAT-3", today, "we did not agree")
                        .statusCode(201)
                        .extract()
                        .path("objection");
        standing("STAT-3", today, "OBJECTED");
        as(OPERATOR)
                .get("/statement-objections?waiting=true&limit=1000")
                .then()
                .statusCode(200)
                .body("items.objection", hasItem(number));

        answer(number, "the book shows you did")
                .statusCode(200)
                .body("answeredBy", equalTo("wang"));
        answer(number, "the book shows you did").statusCode(200);
        answer(number, "never mind").statusCode(409).body("code", equalTo("OBJECTION_ANSWERED"));
        answer(-1, "to whom?").statusCode(404);
        standing("STAT-3", today, "ANSWERED");

        PROBE.publish(new PhaseEntered(Market.CN, next, Phase.OPEN, SettlementTest.AT));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> standing("STAT-4", day, "ACCEPTED"));
        object("STAT-4", day, "too late")
                .statusCode(409)
                .body("code", equalTo("OBJECTION_TOO_LATE"));
        object("STAT-4", today.plusDays(1), "too early").statusCode(422);
        object("STAT-4", today, "").statusCode(422).body("field", equalTo("text"));
        as(TestTokens.participant("STAT-3"))
                .get("/accounts/STAT-4/statements/{d}/objections", today.toString())
                .then()
                .statusCode(403);
        as(TestTokens.participant("STAT-3"))
                .get("/accounts/STAT-3/statements/{d}/objections", today.toString())
                .then()
                .statusCode(200)
                .body("[0].answer", equalTo("the book shows you did"));
    }

    private static byte[] form(String mediaType, String path) {
        return as(OPERATOR)
                .accept(mediaType)
                .get(path)
                .then()
                .statusCode(200)
                .contentType(mediaType)
                .extract()
                .asByteArray();
    }

    private static void standing(String account, LocalDate day, String standing) {
        as(OPERATOR)
                .get("/accounts/{a}/statements/{d}", account, day.toString())
                .then()
                .statusCode(200)
                .body("standing", equalTo(standing));
    }

    private static ValidatableResponse object(String account, LocalDate day, String text) {
        return as(TestTokens.participant(account))
                .contentType("application/json")
                .body(Map.of("text", text))
                .post("/accounts/{a}/statements/{d}/objections", account, day.toString())
                .then();
    }

    private static ValidatableResponse answer(int number, String answer) {
        return as(OPERATOR)
                .contentType("application/json")
                .body(Map.of("answer", answer))
                .post("/statement-objections/{n}/answer", number)
                .then();
    }
}
