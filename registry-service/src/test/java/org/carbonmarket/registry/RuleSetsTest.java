package org.carbonmarket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.registry.Registry.AUDITOR;
import static org.carbonmarket.registry.Registry.OPERATOR;
import static org.carbonmarket.registry.Registry.SECOND_OPERATOR;
import static org.carbonmarket.registry.Registry.as;
import static org.carbonmarket.registry.Registry.asNobody;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.carbonmarket.registry.rulesets.book.Plans;
import org.carbonmarket.testing.MarketInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class RuleSetsTest {

    @Test
    void everybodyMayReadThePlansInForce() {
        asNobody()
                .queryParam("sector", "POWER")
                .get("/rule-sets")
                .then()
                .statusCode(200)
                .body(
                        "items.rules.ruleSet",
                        equalTo(
                                List.of(
                                        "POWER-2019-20",
                                        "POWER-2021",
                                        "POWER-2022",
                                        "POWER-2023",
                                        "POWER-2024")))
                .body("next", nullValue());
        asNobody()
                .queryParam("sector", "POWER")
                .queryParam("year", 2020)
                .get("/rule-sets")
                .then()
                .statusCode(200)
                .body("items.rules.product", equalTo(List.of("CEA")));
    }

    @Test
    void theListIsPagedByCursor() {
        String next =
                asNobody()
                        .queryParam("sector", "POWER")
                        .queryParam("limit", 2)
                        .get("/rule-sets")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(2))
                        .extract()
                        .path("next");
        asNobody()
                .queryParam("sector", "POWER")
                .queryParam("limit", 2)
                .queryParam("cursor", next)
                .get("/rule-sets")
                .then()
                .statusCode(200)
                .body("items.rules.ruleSet", equalTo(List.of("POWER-2022", "POWER-2023")));
    }

    @Test
    void aPlanRulesFromTheDayItWasIssued() {
        asNobody()
                .queryParam("on", "2024-10-17")
                .get("/rule-sets/POWER-2024")
                .then()
                .statusCode(404)
                .body("code", equalTo("RULE_SET_NOT_IN_FORCE"));
        asNobody()
                .queryParam("on", "2024-10-18")
                .get("/rule-sets/POWER-2024")
                .then()
                .statusCode(200)
                .body("rules.formula.is", equalTo("OUTPUT_BENCHMARK"))
                .body("rules.formula.benchmarks[0].power", equalTo("0.7910"))
                .body("rules.surrender.deadline", equalTo("2025-12-31"));
    }

    @Test
    void aChangeNeedsASecondPersonAndThenRulesFromItsDay() {
        int version =
                propose("STEEL-2025", "STEEL", "2026-01-01")
                        .statusCode(201)
                        .body("state", equalTo("PROPOSED"))
                        .body("author", equalTo("lin"))
                        .extract()
                        .path("version");
        asNobody().get("/rule-sets/STEEL-2025").then().statusCode(404);

        decide(OPERATOR, "STEEL-2025", version, "approval")
                .statusCode(403)
                .body("code", equalTo("SAME_PERSON"));
        decide(SECOND_OPERATOR, "STEEL-2025", version, "approval")
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("decidedBy", equalTo("zhou"));
        decide(SECOND_OPERATOR, "STEEL-2025", version, "approval").statusCode(200);

        asNobody().get("/rule-sets/STEEL-2025").then().statusCode(200);
        asNobody()
                .queryParam("on", "2025-12-31")
                .get("/rule-sets/STEEL-2025")
                .then()
                .statusCode(404);
    }

    @Test
    void aLaterVersionTakesOverFromItsDay() {
        int first = propose("ALU-2025", "ALUMINIUM", "2026-01-01").extract().path("version");
        decide(SECOND_OPERATOR, "ALU-2025", first, "approval").statusCode(200);
        int second = propose("ALU-2025", "ALUMINIUM", "2026-06-01").extract().path("version");
        decide(SECOND_OPERATOR, "ALU-2025", second, "approval").statusCode(200);

        asNobody()
                .queryParam("on", "2026-05-31")
                .get("/rule-sets/ALU-2025")
                .then()
                .body("version", equalTo(1));
        asNobody()
                .queryParam("on", "2026-06-01")
                .get("/rule-sets/ALU-2025")
                .then()
                .body("version", equalTo(2));
        asNobody()
                .get("/rule-sets/ALU-2025/versions")
                .then()
                .statusCode(200)
                .body("items.version", equalTo(List.of(2, 1)));
    }

    @Test
    void aRejectedProposalRulesNothingAndStays() {
        int version = propose("GLASS-2025", "GLASS", "2026-01-01").extract().path("version");

        as(SECOND_OPERATOR)
                .contentType("application/json")
                .body("{\"remark\":\"No such sector.\"}")
                .post("/rule-sets/GLASS-2025/versions/{version}/rejection", version)
                .then()
                .statusCode(200)
                .body("state", equalTo("REJECTED"))
                .body("remark", equalTo("No such sector."));
        decide(SECOND_OPERATOR, "GLASS-2025", version, "approval")
                .statusCode(409)
                .body("code", equalTo("RULE_SET_DECIDED"));
        asNobody().get("/rule-sets/GLASS-2025").then().statusCode(404);
        asNobody()
                .get("/rule-sets/GLASS-2025/versions")
                .then()
                .body("items.state", hasItem("REJECTED"));
    }

    @Test
    void aYearOfASectorHasOneRuleSet() {
        int version = propose("CEMENT-NEW", "CEMENT", "2026-01-01").extract().path("version");

        decide(SECOND_OPERATOR, "CEMENT-NEW", version, "approval")
                .statusCode(409)
                .body("code", equalTo("YEARS_GOVERNED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"sector\":\"CEMENT\"|\"sector\":\"cement\"",
                "\"slope\":\"0.15\"|\"slope\":\"1.5\"",
                "\"slope\":\"0.15\"|\"slope\":\"much\"",
                "\"slope\":\"0.15\"|\"slope\":null",
                "\"slope\":\"0.15\"|\"slope\":\"1e-999999999\"",
                "\"balance\":\"0.8500\"|\"balance\":\"1e999999999\"",
                "\"slope\":\"0.15\",|''",
                "\"is\":\"EMISSION_INTENSITY\"|\"is\":\"BY_LOT\"",
                "\"is\":\"EMISSION_INTENSITY\",|''",
                "\"share\":\"70\"|\"share\":\"170\"",
                "\"yearFrom\":2025|\"yearFrom\":2026",
                "\"yearFrom\":2025|\"yearFrom\":\"2025\"",
                "\"product\":\"CEA25\"|\"product\":\"cea 25\"",
                "\"deadline\":\"2026-12-31\"|\"deadline\":\"2026-02-30\"",
                "\"yearFrom\":2025|\"yearFrom\":2025,\"extra\":1"
            })
    void aRuleSetOutOfFormIsRefused(String sound, String unsound) {
        String body = proposal("CEMENT-BAD", "CEMENT", "2026-01-01");
        assertThat(body).contains(sound);

        post(body.replace(sound, unsound)).statusCode(400).contentType("application/problem+json");
        asNobody().get("/rule-sets/CEMENT-BAD/versions").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "null", "{\"validFrom\":\"2026-01-01\"}"})
    void aBodyThatIsNoProposalIsRefused(String body) {
        post(body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void validityDoesNotEndBeforeItBegins() {
        String body =
                proposal("CEMENT-BAD", "CEMENT", "2026-01-01")
                        .replace("\"rules\"", "\"validTo\":\"2025-12-31\",\"rules\"");
        post(body).statusCode(422).body("code", equalTo("VALIDITY_REVERSED"));
    }

    @Test
    void onlyOperatorsPropose() {
        as(AUDITOR)
                .contentType("application/json")
                .body(proposal("CEMENT-BAD", "CEMENT", "2026-01-01"))
                .post("/rule-sets")
                .then()
                .statusCode(403);
        asNobody().post("/rule-sets/POWER-2024/versions/1/approval").then().statusCode(401);
        asNobody()
                .queryParam("on", "yesterday")
                .get("/rule-sets")
                .then()
                .statusCode(400)
                .body("code", equalTo("PARAMETER_MALFORMED"));
        decide(SECOND_OPERATOR, "POWER-2024", 99, "approval").statusCode(404);
        asNobody().get("/rule-sets").then().body("items.rules.sector", hasItems("CEMENT", "POWER"));
    }

    private static ValidatableResponse propose(String name, String sector, String validFrom) {
        return post(proposal(name, sector, validFrom));
    }

    private static ValidatableResponse post(String body) {
        return as(OPERATOR).contentType("application/json").body(body).post("/rule-sets").then();
    }

    private static ValidatableResponse decide(
            String token, String name, int version, String decision) {
        return as(token)
                .post("/rule-sets/{name}/versions/{version}/" + decision, name, version)
                .then();
    }

    private static String proposal(String name, String sector, String validFrom) {
        String rules =
                Plans.json("CEMENT-2025")
                        .replace("CEMENT-2025", name)
                        .replace("\"CEMENT\"", '"' + sector + '"');
        return "{\"validFrom\":\"%s\",\"rules\":%s}".formatted(validFrom, rules);
    }
}
