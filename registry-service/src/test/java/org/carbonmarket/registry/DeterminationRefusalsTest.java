package org.carbonmarket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.registry.Registry.AUDITOR;
import static org.carbonmarket.registry.Registry.OPERATOR;
import static org.carbonmarket.registry.Registry.SECOND_OPERATOR;
import static org.carbonmarket.registry.Registry.as;
import static org.carbonmarket.registry.Registry.tonnes;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.carbonmarket.testing.MarketInfrastructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class DeterminationRefusalsTest {

    @BeforeEach
    void recordProducts() {
        Determining.recordPlansProducts();
    }

    @Test
    void everyBadLineIsReportedAndNothingIsTaken() {
        Determining.entity("DET-8", 2022, 1_000);
        Registry.openActive("DET-8B");
        Determining.post(
                "POWER-2023", 2023, "PRE_ALLOCATION", Determining.IN_ADVANCE + "D8,DET-8,I,1000\n");

        Determining.file(
                        "POWER-2023",
                        2023,
                        "PRE_ALLOCATION",
                        Determining.IN_ADVANCE
                                + "D8-NEW,DET-8,I,1000\n"
                                + "D8,DET-8B,I,5\n"
                                + "X1,NOBODY,I,5\n"
                                + "X2,DET-8,VI,5\n")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("LINES_REFUSED"))
                .body("errors.code", hasItem("UNIT_ELSEWHERE"))
                .body("errors.code", hasItem("UNIT_MISSING"))
                .body("errors.code", hasItem("ACCOUNT_UNKNOWN"))
                .body("errors.code", hasItem("CLASS_UNKNOWN"))
                .body("errors.code", hasItem("EMISSIONS_NOT_APPROVED"))
                .body("errors.find { it.code == 'ACCOUNT_UNKNOWN' }.line", equalTo(4))
                .body("errors.find { it.code == 'CLASS_UNKNOWN' }.column", equalTo("unitClass"));
        assertThat(tonnes("DET-8B", "CEA23", "available")).isZero();
    }

    @Test
    void emissionsAreThoseThatWereApproved() {
        Determining.entity("DET-9", 2022, 1_000);

        Determining.file(
                        "POWER-2023",
                        2023,
                        "PRE_ALLOCATION",
                        Determining.IN_ADVANCE + "D9,DET-9,I,999\n")
                .statusCode(422)
                .body("errors[0].code", equalTo("EMISSIONS_DIFFER"));
    }

    @ParameterizedTest
    @CsvSource({
        "POWER-1999,2023,FINAL,422,RULE_SET_NOT_IN_FORCE",
        "POWER-2023,2024,FINAL,422,YEAR_NOT_GOVERNED",
        "POWER-2023,2023,LATER,400,PARAMETER_MALFORMED",
        ",2023,FINAL,400,PARAMETER_MISSING",
        "POWER-2023,,FINAL,400,PARAMETER_MISSING",
        "POWER-2023,2023,,400,PARAMETER_MISSING",
        "POWER-2023,2023,FINAL,422,LINES_REFUSED"
    })
    void whatIsAskedMustMakeSense(
            @Nullable String ruleSet,
            @Nullable String year,
            @Nullable String stage,
            int status,
            String code) {
        RequestSpecification request =
                as(OPERATOR).contentType("text/csv").queryParam("document", "D");
        give(request, "ruleSet", ruleSet);
        give(request, "year", year);
        give(request, "stage", stage);

        request.body("unit,who\n")
                .post("/determinations")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    private static void give(RequestSpecification request, String name, @Nullable String value) {
        if (value != null) {
            request.queryParam(name, value);
        }
    }

    @Test
    void aFileIsACsvOfBearableSize() {
        as(OPERATOR)
                .contentType("application/json")
                .body("{}")
                .post("/determinations")
                .then()
                .statusCode(415);
        as(OPERATOR)
                .contentType("text/csv")
                .body("x".repeat(3_000_000))
                .post("/determinations")
                .then()
                .statusCode(413);
        as(OPERATOR).delete("/determinations/DT-1").then().statusCode(405);
    }

    @Test
    void whoMayDoWhat() {
        as(AUDITOR)
                .contentType("text/csv")
                .body("x")
                .post("/determinations")
                .then()
                .statusCode(403);
        as(AUDITOR).post("/determinations/DT-1/approval").then().statusCode(403);
        as(SECOND_OPERATOR)
                .post("/determinations/DT-0/approval")
                .then()
                .statusCode(404)
                .body("code", equalTo("DETERMINATION_UNKNOWN"));
        as(AUDITOR).get("/determinations/DT-0/units").then().statusCode(404);
        as(AUDITOR)
                .queryParam("state", "LOST")
                .get("/determinations/DT-0/entities")
                .then()
                .statusCode(400);
        as(AUDITOR).queryParam("state", "LOST").get("/keepings").then().statusCode(400);
        as(SECOND_OPERATOR).post("/keepings/KE-0/release").then().statusCode(404);
    }
}
