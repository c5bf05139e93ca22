package org.carbonmarket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.registry.Registry.AUDITOR;
import static org.carbonmarket.registry.Registry.OPERATOR;
import static org.carbonmarket.registry.Registry.as;
import static org.carbonmarket.registry.Registry.asHolderOf;
import static org.carbonmarket.registry.Registry.asNobody;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, the answer is a problem with a stable code, and nothing changes. */
@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class BadInputTest {

    private static boolean prepared;

    @BeforeEach
    void prepareOnce() {
        if (!prepared) {
            prepared = true;
            Registry.openActive("BAD-1");
            Registry.recordAllowance("BADA");
            Registry.allocate("BAD-1", "BADA", 100);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "null",
                "[]",
                "\"text\"",
                "{}",
                "{\"market\":\"CN\"}",
                "{\"market\":\"XX\",\"product\":\"BADA\",\"tonnes\":1}",
                "{\"market\":0,\"product\":\"BADA\",\"tonnes\":1}",
                "{\"market\":\"CN\",\"product\":\"bad product\",\"tonnes\":1}",
                "{\"market\":\"CN\",\"product\":\"NOTHING\",\"tonnes\":1}",
                "{\"market\":\"CN\",\"product\":\"BADA\",\"tonnes\":0}",
                "{\"market\":\"CN\",\"product\":\"BADA\",\"tonnes\":-1}",
                "{\"market\":\"CN\",\"product\":\"BADA\",\"tonnes\":1.5}",
                "{\"market\":\"CN\",\"product\":\"BADA\",\"tonnes\":\"1\"}",
                "{\"market\":\"CN\",\"product\":\"BADA\",\"tonnes\":null}",
                "{\"market\":\"CN\",\"product\":\"BADA\",\"tonnes\":1e3}",
                "{\"market\":\"CN\",\"product\":\"BADA\",\"tonnes\":99999999999999999999}",
                "{\"market\":\"CN\",\"product\":\"BADA\",\"tonnes\":9223372036854775807}",
                "{\"market\":\"CN\",\"product\":\"BADA\",\"tonnes\":1,\"extra\":true}",
                "{\"market\":\"CN\",\"product\":\"BADA\",\"tonnes\":1,\"tonnes\":2}"
            })
    void anEntrustmentOutOfFormMovesNothing(String body) {
        refused(
                asHolderOf("BAD-1")
                        .contentType("application/json")
                        .body(body)
                        .post("/accounts/BAD-1/entrustments")
                        .then());
        as(AUDITOR)
                .get("/accounts/BAD-1/holdings")
                .then()
                .body("available", everyItem(equalTo(100)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "{\"name\":\"\",\"kind\":\"INSTITUTION\"}",
                "{\"name\":\"x\",\"kind\":\"BANK\"}",
                "{\"name\":7,\"kind\":\"INSTITUTION\"}",
                "{\"account\":\"lower\",\"name\":\"x\",\"kind\":\"INSTITUTION\"}",
                "{\"account\":\"A\",\"name\":\"x\",\"kind\":\"INSTITUTION\"}",
                "{\"name\":\"line\\nbreak\",\"kind\":\"INSTITUTION\"}"
            })
    void anApplicationOutOfFormOpensNoAccount(String body) {
        refused(as(OPERATOR).contentType("application/json").body(body).post("/accounts").then());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"product\":\"BADB\",\"kind\":\"ALLOWANCE\",\"vintageFrom\":2021}",
                "{\"product\":\"BADB\",\"kind\":\"ALLOWANCE\",\"vintageFrom\":2021,\"vintageTo\":2020}",
                "{\"product\":\"BADB\",\"kind\":\"ALLOWANCE\",\"vintageFrom\":21,\"vintageTo\":22}",
                "{\"product\":\"BADB\",\"kind\":\"ALLOWANCE\",\"vintageFrom\":2021,\"vintageTo\":2021,"
                    + "\"tradableFrom\":\"2022-02-30\"}",
                "{\"product\":\"BADB\",\"kind\":\"ALLOWANCE\",\"vintageFrom\":2021,\"vintageTo\":2021,"
                    + "\"tradableFrom\":\"2022-02-02\",\"tradableTo\":\"2022-02-01\"}"
            })
    void aProductOutOfFormIsNotRecorded(String body) {
        refused(as(OPERATOR).contentType("application/json").body(body).post("/products").then());
    }

    @ParameterizedTest
    @CsvSource({
        "/accounts/NOBODY, 404",
        "/accounts/NOBODY/holdings, 404",
        "/accounts/NOBODY/postings, 404",
        "/accounts/NOBODY/entrustments, 404",
        "/allocations/AL-0, 404",
        "/nowhere, 404",
        "/accounts?limit=0, 400",
        "/accounts?limit=1001, 400",
        "/accounts/BAD-1/postings?cursor=%25, 400",
        "/accounts/BAD-1/postings?cursor=YWJj, 400"
    })
    void whatIsNotThereOrOutOfRangeIsSaidSo(String path, int status) {
        refused(as(OPERATOR).urlEncodingEnabled(false).get(path).then().statusCode(status));
    }

    @Test
    void withoutATokenNothingButPublicReadsAnswers() {
        asNobody().get("/accounts").then().statusCode(401);
        asNobody().get("/accounts/BAD-1/holdings").then().statusCode(401);
        asNobody().get("/ledger/verification").then().statusCode(401);
        asNobody().contentType("text/csv").body("x").post("/allocations").then().statusCode(401);
    }

    @Test
    void theWrongRoleIsRefused() {
        for (String token : new String[] {AUDITOR, TestTokens.participant("BAD-1")}) {
            refusedWith(
                    403,
                    as(token).contentType("application/json").body("{}").post("/accounts").then());
            refusedWith(403, as(token).post("/accounts/BAD-1/closing").then());
            refusedWith(
                    403, as(token).contentType("text/csv").body("x").post("/allocations").then());
            refusedWith(403, as(token).post("/allocations/AL-1/approval").then());
        }
        refusedWith(403, asHolderOf("BAD-2").get("/accounts/BAD-1/holdings").then());
        refusedWith(403, asHolderOf("BAD-2").get("/accounts/BAD-1/postings").then());
        refusedWith(403, asHolderOf("BAD-2").get("/accounts/BAD-1/entrustments").then());
    }

    @Test
    void theWrongMediaTypeOrMethodIsRefused() {
        refusedWith(
                415,
                as(OPERATOR)
                        .contentType("application/json")
                        .body("{}")
                        .post("/allocations")
                        .then());
        refusedWith(
                415, as(OPERATOR).contentType("text/plain").body("{}").post("/accounts").then());
        refusedWith(405, as(OPERATOR).delete("/accounts/BAD-1").then());
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        as(OPERATOR)
                .contentType("text/csv")
                .body("x".repeat(3_000_000))
                .post("/allocations")
                .then()
                .statusCode(413);
    }

    private static void refused(ValidatableResponse answer) {
        int status = answer.extract().statusCode();
        assertThat(status).isBetween(400, 499);
        refusedWith(status, answer);
    }

    private static void refusedWith(int status, ValidatableResponse answer) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("code", matchesPattern("[A-Z_]+"))
                .body("status", equalTo(status));
    }
}
