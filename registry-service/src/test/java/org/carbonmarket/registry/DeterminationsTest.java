package org.carbonmarket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.registry.Registry.AUDITOR;
import static org.carbonmarket.registry.Registry.OPERATOR;
import static org.carbonmarket.registry.Registry.as;
import static org.carbonmarket.registry.Registry.asHolderOf;
import static org.carbonmarket.registry.Registry.tonnes;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.carbonmarket.testing.MarketInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class DeterminationsTest {

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
        Determining.entity("DET-1", 2022, 1_000_000);
        Determining.post(
                "POWER-2023",
                2023,
                "PRE_ALLOCATION",
                Determining.IN_ADVANCE + "D1,DET-1,I,1000000\n");
        assertThat(tonnes("DET-1", "CEA23", "available")).isEqualTo(700_000);

        Reports.approved("DET-1", 2023, 1_010_000);
        Determining.post(
                        "POWER-2023",
                        2023,
                        "FINAL",
                        Determining.FINALLY + "D1,DET-1,I,1200000,0,WATER,0,70,1010000\n")
                .body("progress.issued", equalTo(254_000))
                .body("progress.takenBack", equalTo(0));

        assertThat(tonnes("DET-1", "CEA23", "available")).isEqualTo(954_000);
        asHolderOf("DET-1")
                .get("/accounts/DET-1/determinations")
                .then()
                .statusCode(200)
                .body("items.stage", equalTo(List.of("FINAL", "PRE_ALLOCATION")))
                .body("items.result.moved", equalTo(List.of(254_000, 700_000)));
        asHolderOf("DET-2").get("/accounts/DET-1/determinations").then().statusCode(403);
    }

    /** By hand. In advance 700,000; finally 800,000 x 0.7950 = 636,000, so 64,000 go back. */
    @Test
    void whatWasTooMuchIsTakenBack() {
        Determining.entity("DET-2", 2022, 1_000_000);
        Determining.post(
                "POWER-2023",
                2023,
                "PRE_ALLOCATION",
                Determining.IN_ADVANCE + "D2,DET-2,I,1000000\n");
        Reports.approved("DET-2", 2023, 700_000);

        Determining.post(
                        "POWER-2023",
                        2023,
                        "FINAL",
                        Determining.FINALLY + "D2,DET-2,I,800000,0,WATER,0,70,700000\n")
                .body("progress.takenBack", equalTo(64_000))
                .body("progress.outstanding", equalTo(0));

        assertThat(tonnes("DET-2", "CEA23", "available")).isEqualTo(636_000);
        Determining.totalsBalance("CEA23");
    }

    /** Of the 64,000 to go back 700,000 - 690,000 = 10,000 are left: 54,000 stay outstanding. */
    @Test
    void whatIsNoLongerThereStaysOutstanding() {
        Determining.entity("DET-3", 2022, 1_000_000);
        Determining.post(
                "POWER-2023",
                2023,
                "PRE_ALLOCATION",
                Determining.IN_ADVANCE + "D3,DET-3,I,1000000\n");
        Registry.entrust("DET-3", "CEA23", 690_000).statusCode(201);
        Reports.approved("DET-3", 2023, 700_000);
        String file = Determining.FINALLY + "D3,DET-3,I,800000,0,WATER,0,70,700000\n";

        String number =
                Determining.post("POWER-2023", 2023, "FINAL", file)
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
        Determining.post("POWER-2023", 2023, "FINAL", file)
                .body("progress.outstanding", equalTo(54_000));
    }

    @Test
    void filedAgainItPostsNothing() {
        Determining.entity("DET-4", 2022, 1_000);
        String file = Determining.IN_ADVANCE + "D4,DET-4,I,1000\n";
        String first =
                Determining.post("POWER-2023", 2023, "PRE_ALLOCATION", file)
                        .extract()
                        .path("determination");
        Determining.approve(first).statusCode(200).body("progress.issued", equalTo(700));

        Determining.post("POWER-2023", 2023, "PRE_ALLOCATION", file)
                .body("progress.entities", equalTo(1))
                .body("progress.issued", equalTo(0));

        assertThat(tonnes("DET-4", "CEA23", "available")).isEqualTo(700);
    }

    @Test
    void nothingIsPostedBeforeASecondPersonApproves() {
        Determining.entity("DET-5", 2022, 1_000);
        String number =
                Determining.file(
                                "POWER-2023",
                                2023,
                                "PRE_ALLOCATION",
                                Determining.IN_ADVANCE + "D5,DET-5,I,1000\n")
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
        Determining.entity("DET-6", 2024, 2_700_000);
        String number =
                Determining.file(
                                "POWER-2024",
                                2024,
                                "FINAL",
                                Determining.FINALLY
                                        + "D6,DET-6,I,3000000,1000000,WATER,12.5,60,2700000\n")
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
        asHolderOf("DET-6")
                .get("/determinations/{number}/units", number)
                .then()
                .statusCode(200)
                .body("items.unit", equalTo(List.of("D6")));
        asHolderOf("DET-1")
                .queryParam("account", "DET-6")
                .get("/determinations/{number}/units", number)
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_YOUR_ACCOUNT"));
        asHolderOf("DET-6")
                .get("/accounts/DET-6/determinations")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    /** By hand: X = 10 %, 765,000 x 1.015 = 776,475. */
    @Test
    void anotherSectorIsAnotherRuleSet() {
        Determining.entity("DET-7", 2025, 765_000);

        Determining.post(
                "CEMENT-2025",
                2025,
                "FINAL",
                "unit,account,unitClass,output,emissions\nKiln 1,DET-7,CLINKER,1000000,765000\n");

        assertThat(tonnes("DET-7", "CEA25", "available")).isEqualTo(776_475);
    }

    @Test
    void nothingIsAllocatedInAdvanceAfterTheFinalDetermination() {
        Determining.entity("DET-10", 2022, 1_000);
        Reports.approved("DET-10", 2023, 900);
        String late =
                Determining.file(
                                "POWER-2023",
                                2023,
                                "PRE_ALLOCATION",
                                Determining.IN_ADVANCE + "D10,DET-10,I,1000\n")
                        .statusCode(201)
                        .extract()
                        .path("determination");
        Determining.post(
                "POWER-2023",
                2023,
                "FINAL",
                Determining.FINALLY + "D10,DET-10,I,1000,0,WATER,0,70,900\n");

        Determining.approve(late).statusCode(409).body("code", equalTo("DETERMINATION_OVERTAKEN"));
        Determining.file(
                        "POWER-2023",
                        2023,
                        "PRE_ALLOCATION",
                        Determining.IN_ADVANCE + "D10,DET-10,I,1000\n")
                .statusCode(422)
                .body("errors[0].code", equalTo("ALREADY_FINAL"));
        assertThat(tonnes("DET-10", "CEA23", "available")).isEqualTo(795);
    }

    @Test
    void determinationsAreListedNewestFirst() {
        Determining.entity("DET-13", 2022, 10);
        String file = Determining.IN_ADVANCE + "D13,DET-13,I,10\n";
        String first =
                Determining.file("POWER-2023", 2023, "PRE_ALLOCATION", file)
                        .extract()
                        .path("determination");
        String second =
                Determining.file("POWER-2023", 2023, "PRE_ALLOCATION", file)
                        .extract()
                        .path("determination");

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
}
