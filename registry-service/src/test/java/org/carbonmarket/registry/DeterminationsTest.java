package org.carbonmarket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.registry.Registry.AUDITOR;
import static org.carbonmarket.registry.Registry.OPERATOR;
import static org.carbonmarket.registry.Registry.SECOND_OPERATOR;
import static org.carbonmarket.registry.Registry.as;
import static org.carbonmarket.registry.Registry.tonnes;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.carbonmarket.testing.MarketInfrastructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class DeterminationsTest {

    private static final String IN_ADVANCE = "unit,account,unitClass,emissions\n";
    private static final String FINALLY =
            "unit,account,unitClass,electricity,heat,cooling,heatRatio,loadFactor,emissions\n";

    @BeforeEach
    void recordProducts() {
        Determining.recordPlansProducts();
    }

    /**
     * By hand. In advance 70 % of 1,000,000 = 700,000. Finally 1,200,000 x 0.7950 = 954,000, so
     * 254,000 more.
     */
    @Test
    void aShareInAdvanceThenTheRestOnVerifiedFigures() {
        entity("DET-1", 2022, 1_000_000);
        post("POWER-2023", 2023, "PRE_ALLOCATION", IN_ADVANCE + "D1,DET-1,I,1000000\n");
        assertThat(tonnes("DET-1", "CEA23", "available")).isEqualTo(700_000);

        Reports.approved("DET-1", 2023, 1_010_000);
        post("POWER-2023", 2023, "FINAL", FINALLY + "D1,DET-1,I,1200000,0,WATER,0,70,1010000\n")
                .body("progress.issued", equalTo(254_000))
                .body("progress.takenBack", equalTo(0));

        assertThat(tonnes("DET-1", "CEA23", "available")).isEqualTo(954_000);
    }

    /** By hand. In advance 700,000; finally 800,000 x 0.7950 = 636,000, so 64,000 go back. */
    @Test
    void whatWasTooMuchIsTakenBack() {
        entity("DET-2", 2022, 1_000_000);
        post("POWER-2023", 2023, "PRE_ALLOCATION", IN_ADVANCE + "D2,DET-2,I,1000000\n");
        Reports.approved("DET-2", 2023, 700_000);

        post("POWER-2023", 2023, "FINAL", FINALLY + "D2,DET-2,I,800000,0,WATER,0,70,700000\n")
                .body("progress.takenBack", equalTo(64_000))
                .body("progress.outstanding", equalTo(0));

        assertThat(tonnes("DET-2", "CEA23", "available")).isEqualTo(636_000);
        totalsBalance("CEA23");
    }

    /** Of the 64,000 to go back 700,000 - 690,000 = 10,000 are left: 54,000 stay outstanding. */
    @Test
    void whatIsNoLongerThereStaysOutstanding() {
        entity("DET-3", 2022, 1_000_000);
        post("POWER-2023", 2023, "PRE_ALLOCATION", IN_ADVANCE + "D3,DET-3,I,1000000\n");
        Registry.entrust("DET-3", "CEA23", 690_000).statusCode(201);
        Reports.approved("DET-3", 2023, 700_000);
        String file = FINALLY + "D3,DET-3,I,800000,0,WATER,0,70,700000\n";

        String number =
                post("POWER-2023", 2023, "FINAL", file)
                        .body("progress.takenBack", equalTo(10_000))
                        .body("progress.outstanding", equalTo(54_000))
                        .extract()
                        .path("determination");

        as(AUDITOR)
                .get("/determinations/{number}/entities", number)
                .then()
                .statusCode(200)
                .body("items[0].cause", equalTo("HOLDING_SHORT"))
                .body("items[0].moved", equalTo(-10_000));
        post("POWER-2023", 2023, "FINAL", file).body("progress.outstanding", equalTo(54_000));
    }

    @Test
    void filedAgainItPostsNothing() {
        entity("DET-4", 2022, 1_000);
        String file = IN_ADVANCE + "D4,DET-4,I,1000\n";
        String first =
                post("POWER-2023", 2023, "PRE_ALLOCATION", file).extract().path("determination");
        approve(first).statusCode(200).body("progress.issued", equalTo(700));

        post("POWER-2023", 2023, "PRE_ALLOCATION", file)
                .body("progress.entities", equalTo(1))
                .body("progress.issued", equalTo(0));

        assertThat(tonnes("DET-4", "CEA23", "available")).isEqualTo(700);
    }

    @Test
    void nothingIsPostedBeforeASecondPersonApproves() {
        entity("DET-5", 2022, 1_000);
        String number =
                file("POWER-2023", 2023, "PRE_ALLOCATION", IN_ADVANCE + "D5,DET-5,I,1000\n")
                        .statusCode(201)
                        .body("state", equalTo("PREVIEWED"))
                        .body("due", equalTo(700))
                        .extract()
                        .path("determination");

        as(OPERATOR)
                .post("/determinations/{number}/approval", number)
                .then()
                .statusCode(403)
                .body("code", equalTo("SAME_PERSON"));
        assertThat(tonnes("DET-5", "CEA23", "available")).isZero();
    }

    @Test
    void theWorkingOfEachUnitCanBeRead() {
        entity("DET-6", 2024, 2_700_000);
        String number =
                file(
                                "POWER-2024",
                                2024,
                                "FINAL",
                                FINALLY + "D6,DET-6,I,3000000,1000000,WATER,12.5,60,2700000\n")
                        .statusCode(201)
                        .extract()
                        .path("determination");

        as(AUDITOR)
                .queryParam("account", "DET-6")
                .get("/determinations/{number}/units", number)
                .then()
                .statusCode(200)
                .body("items[0].factor", equalTo("1.061364"))
                .body("items[0].due", equalTo(2_621_916))
                .body("items[0].working", containsString("3000000 MWh x 0.7910 x 1.061364"));
    }

    /** By hand: X = 10 %, 765,000 x 1.015 = 776,475. */
    @Test
    void anotherSectorIsAnotherRuleSet() {
        entity("DET-7", 2025, 765_000);

        post(
                "CEMENT-2025",
                2025,
                "FINAL",
                "unit,account,unitClass,output,emissions\nKiln 1,DET-7,CLINKER,1000000,765000\n");

        assertThat(tonnes("DET-7", "CEA25", "available")).isEqualTo(776_475);
    }

    @Test
    void everyBadLineIsReportedAndNothingIsTaken() {
        entity("DET-8", 2022, 1_000);
        Registry.openActive("DET-8B");
        post("POWER-2023", 2023, "PRE_ALLOCATION", IN_ADVANCE + "D8,DET-8,I,1000\n");

        file(
                        "POWER-2023",
                        2023,
                        "PRE_ALLOCATION",
                        IN_ADVANCE
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
        entity("DET-9", 2022, 1_000);

        file("POWER-2023", 2023, "PRE_ALLOCATION", IN_ADVANCE + "D9,DET-9,I,999\n")
                .statusCode(422)
                .body("errors[0].code", equalTo("EMISSIONS_DIFFER"));
    }

    @Test
    void nothingIsAllocatedInAdvanceAfterTheFinalDetermination() {
        entity("DET-10", 2022, 1_000);
        Reports.approved("DET-10", 2023, 900);
        String late =
                file("POWER-2023", 2023, "PRE_ALLOCATION", IN_ADVANCE + "D10,DET-10,I,1000\n")
                        .statusCode(201)
                        .extract()
                        .path("determination");
        post("POWER-2023", 2023, "FINAL", FINALLY + "D10,DET-10,I,1000,0,WATER,0,70,900\n");

        approve(late).statusCode(409).body("code", equalTo("DETERMINATION_OVERTAKEN"));
        file("POWER-2023", 2023, "PRE_ALLOCATION", IN_ADVANCE + "D10,DET-10,I,1000\n")
                .statusCode(422)
                .body("errors[0].code", equalTo("ALREADY_FINAL"));
        assertThat(tonnes("DET-10", "CEA23", "available")).isEqualTo(795);
    }

    @Test
    void aRestrictedEntitysAllowancesAreKeptByItsProvinceUntilTwoPersonsReleaseThem() {
        entity("DET-11", 2022, 1_000);
        as(OPERATOR).post("/accounts/DET-11/restriction").then().statusCode(200);
        String file = IN_ADVANCE + "D11,DET-11,I,1000\n";
        Determining.assignProvince("Hubei", "PROV-HUBEI");

        post("POWER-2023", 2023, "PRE_ALLOCATION", file);
        assertThat(tonnes("DET-11", "CEA23", "available")).isZero();
        assertThat(tonnes("PROV-HUBEI", "CEA23", "available")).isEqualTo(700);
        String keeping =
                as(AUDITOR)
                        .queryParam("state", "KEPT")
                        .get("/keepings")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items.find { it.entity == 'DET-11' }.keeping");

        release(SECOND_OPERATOR, keeping, "release/approval")
                .statusCode(409)
                .body("code", equalTo("RELEASE_NOT_PROPOSED"));
        release(OPERATOR, keeping, "release").statusCode(200).body("state", equalTo("PROPOSED"));
        release(OPERATOR, keeping, "release/approval")
                .statusCode(403)
                .body("code", equalTo("SAME_PERSON"));
        release(SECOND_OPERATOR, keeping, "release/approval")
                .statusCode(409)
                .body("code", equalTo("ACCOUNT_NOT_ACTIVE"));
        as(OPERATOR).post("/accounts/DET-11/activation").then().statusCode(200);
        release(SECOND_OPERATOR, keeping, "release/approval")
                .statusCode(200)
                .body("state", equalTo("RELEASED"))
                .body("released", equalTo(700));
        release(SECOND_OPERATOR, keeping, "release/approval").statusCode(200);

        assertThat(tonnes("DET-11", "CEA23", "available")).isEqualTo(700);
        assertThat(tonnes("PROV-HUBEI", "CEA23", "available")).isZero();
        totalsBalance("CEA23");
    }

    @Test
    void aRestrictedEntityOfAProvinceWithoutAnAccountGetsNothing() {
        Registry.openActive("DET-12");
        Reports.approved("DET-12", 2022, 1_000);
        as(OPERATOR).post("/accounts/DET-12/restriction").then().statusCode(200);

        file("POWER-2023", 2023, "PRE_ALLOCATION", IN_ADVANCE + "D12,DET-12,I,1000\n")
                .statusCode(422)
                .body("errors[0].code", equalTo("PROVINCIAL_ACCOUNT_MISSING"));
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

    @Test
    void determinationsAreListedNewestFirst() {
        entity("DET-13", 2022, 10);
        String file = IN_ADVANCE + "D13,DET-13,I,10\n";
        String first =
                file("POWER-2023", 2023, "PRE_ALLOCATION", file).extract().path("determination");
        String second =
                file("POWER-2023", 2023, "PRE_ALLOCATION", file).extract().path("determination");

        String next =
                as(AUDITOR)
                        .queryParam("year", 2023)
                        .queryParam("limit", 1)
                        .get("/determinations")
                        .then()
                        .statusCode(200)
                        .body("items.determination", equalTo(List.of(second)))
                        .body("next", notNullValue())
                        .extract()
                        .path("next");
        as(AUDITOR)
                .queryParam("year", 2023)
                .queryParam("limit", 1)
                .queryParam("cursor", next)
                .get("/determinations")
                .then()
                .body("items.determination", equalTo(List.of(first)));
        as(AUDITOR)
                .queryParam("year", 1999)
                .get("/determinations")
                .then()
                .body("items", hasSize(0))
                .body("next", nullValue());
    }

    private static void entity(String account, int year, long emissions) {
        Determining.openIn("Hubei", account);
        Reports.approved(account, year, emissions);
    }

    private static ValidatableResponse file(String ruleSet, int year, String stage, String csv) {
        return Determining.file(ruleSet, year, stage, csv);
    }

    private static ValidatableResponse approve(String number) {
        return Determining.approve(number);
    }

    private static ValidatableResponse post(String ruleSet, int year, String stage, String csv) {
        String number =
                file(ruleSet, year, stage, csv).statusCode(201).extract().path("determination");
        return approve(number).statusCode(200).body("state", equalTo("POSTED"));
    }

    private static ValidatableResponse release(String token, String keeping, String step) {
        return as(token).post("/keepings/{keeping}/" + step, keeping).then();
    }

    private static void totalsBalance(String product) {
        as(AUDITOR)
                .queryParam("product", product)
                .get("/holdings/totals")
                .then()
                .statusCode(200)
                .body("balanced", equalTo(true));
    }
}
