package org.carbonmarket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.registry.Registry.OPERATOR;
import static org.carbonmarket.registry.Registry.SECOND_OPERATOR;
import static org.carbonmarket.registry.Registry.as;
import static org.carbonmarket.registry.Registry.asHolderOf;
import static org.carbonmarket.registry.Registry.asNobody;
import static org.carbonmarket.registry.Registry.tonnes;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.carbonmarket.testing.MarketInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of credits out of form, out of range or by the wrong person. */
@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class CreditsRefusalsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "{\"product\":\"CEA\",\"tonnes\":1,\"beneficiary\":\"x\",\"reason\":\"y\"}",
                "{\"product\":\"CCER-CRF-2021\",\"tonnes\":0,\"beneficiary\":\"x\",\"reason\":\"y\"}",
                "{\"product\":\"CCER-CRF-2021\",\"tonnes\":-1,\"beneficiary\":\"x\",\"reason\":\"y\"}",
                "{\"product\":\"CCER-CRF-2021\",\"tonnes\":1,\"beneficiary\":\"\",\"reason\":\"y\"}",
                "{\"product\":\"CCER-CRF-2021\",\"tonnes\":1,\"beneficiary\":\"x\"}",
                "{\"product\":\"CCER-CRF-2021\",\"tonnes\":1,\"firstSerial\":0,"
                        + "\"beneficiary\":\"x\",\"reason\":\"y\"}",
                "{\"product\":\"CCER-CRF-2021\",\"tonnes\":9223372036854775807,"
                        + "\"firstSerial\":9,\"beneficiary\":\"x\",\"reason\":\"y\"}",
                "{\"product\":\"CCER\",\"tonnes\":1,\"firstSerial\":1,"
                        + "\"beneficiary\":\"x\",\"reason\":\"y\"}"
            })
    void aRetirementOutOfFormRetiresNothing(String body) {
        Credits.ensureOpen("CRG-OWNER");
        refused(
                asHolderOf("CRG-OWNER")
                        .contentType("application/json")
                        .body(body)
                        .post("/accounts/CRG-OWNER/retirements")
                        .then());
    }

    @ParameterizedTest
    @CsvSource({
        "2021-01-01, 2020-12-31, 1, PERIOD_REVERSED",
        "2010-01-01, 2010-12-31, 1, OUTSIDE_CREDITING_PERIOD",
        "2021-01-01, 2041-12-31, 1, OUTSIDE_CREDITING_PERIOD",
        "2036-01-01, 2036-12-31, 1, DAY_IN_FUTURE",
        "2021-01-01, 2021-12-31, 0, TONNES_NOT_POSITIVE",
        "2021-01-01, 2021-12-31, 1000000001, TONNES_OUT_OF_RANGE"
    })
    void aBatchOutOfRangeIsNotProposed(String from, String to, long tonnes, String code) {
        Credits.ensureRegistered("CRH", "CRH-OWNER");
        Credits.propose("CRH", from, to, tonnes).statusCode(422).body("code", equalTo(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"project\":\"low\"}",
                "{\"project\":\"lower\",\"name\":\"x\",\"methodology\":\"m\",\"owner\":\"CRI-OWNER\","
                    + "\"registeredOn\":\"2024-01-22\",\"creditingFrom\":\"2020-01-01\","
                    + "\"creditingTo\":\"2030-01-01\"}",
                "{\"project\":\"CRI\",\"name\":\"x\",\"methodology\":\"m\",\"owner\":\"CRI-OWNER\","
                        + "\"registeredOn\":\"2024-01-22\",\"creditingFrom\":\"2020-01-01\","
                        + "\"creditingTo\":\"2019-01-01\"}",
                "{\"project\":\"CRI\",\"name\":\"x\",\"methodology\":\"m\",\"owner\":\"NOBODY-1\","
                        + "\"registeredOn\":\"2024-01-22\",\"creditingFrom\":\"2020-01-01\","
                        + "\"creditingTo\":\"2030-01-01\"}"
            })
    void aProjectOutOfFormIsNotRecorded(String body) {
        Credits.ensureOpen("CRI-OWNER");
        refused(as(OPERATOR).contentType("application/json").body(body).post("/projects").then());
    }

    @Test
    void onlyTheHolderRetiresAndOnlyOperatorsIssue() {
        Map<String, Object> body =
                Map.of("product", "CCER", "tonnes", 1, "beneficiary", "x", "reason", "y");
        asHolderOf("CRJ-1")
                .contentType("application/json")
                .body(body)
                .post("/accounts/CRJ-2/retirements")
                .then()
                .statusCode(403);
        as(OPERATOR)
                .contentType("application/json")
                .body(body)
                .post("/accounts/CRJ-2/retirements")
                .then()
                .statusCode(403);
        asHolderOf("CRJ-1").post("/projects/X/batches/X-B1/approval").then().statusCode(403);
        asNobody().get("/accounts/CRJ-1/serials").then().statusCode(401);
        asNobody().get("/projects/NONE").then().statusCode(404);
        asNobody().get("/retirements/RT-0").then().statusCode(404);
        as(SECOND_OPERATOR)
                .post("/projects/NONE/batches/NONE-B1/approval")
                .then()
                .statusCode(404)
                .body("code", equalTo("PROJECT_UNKNOWN"));
    }

    private static void refused(ValidatableResponse answer) {
        assertThat(answer.extract().statusCode()).isBetween(400, 499);
        answer.contentType("application/problem+json").body("code", matchesPattern("[A-Z_]+"));
    }
}
