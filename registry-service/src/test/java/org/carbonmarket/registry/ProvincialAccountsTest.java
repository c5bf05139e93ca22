package org.carbonmarket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.registry.Registry.AUDITOR;
import static org.carbonmarket.registry.Registry.OPERATOR;
import static org.carbonmarket.registry.Registry.SECOND_OPERATOR;
import static org.carbonmarket.registry.Registry.as;
import static org.carbonmarket.registry.Registry.tonnes;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.carbonmarket.testing.MarketInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class ProvincialAccountsTest {

    @BeforeEach
    void recordProducts() {
        Determining.recordPlansProducts();
    }

    @Test
    void aRestrictedEntitysAllowancesAreKeptByItsProvinceUntilTwoPersonsReleaseThem() {
        Determining.entity("DET-11", 2022, 1_000);
        as(OPERATOR).post("/accounts/DET-11/restriction").then().statusCode(200);
        String file = Determining.IN_ADVANCE + "D11,DET-11,I,1000\n";
        Determining.assignProvince("Hubei", "PROV-HUBEI");

        Determining.post("POWER-2023", 2023, "PRE_ALLOCATION", file);
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
        Determining.totalsBalance("CEA23");
    }

    @Test
    void aRestrictedEntityOfAProvinceWithoutAnAccountGetsNothing() {
        Registry.openActive("DET-12");
        Reports.approved("DET-12", 2022, 1_000);
        as(OPERATOR).post("/accounts/DET-12/restriction").then().statusCode(200);

        Determining.file(
                        "POWER-2023",
                        2023,
                        "PRE_ALLOCATION",
                        Determining.IN_ADVANCE + "D12,DET-12,I,1000\n")
                .statusCode(422)
                .body("errors[0].code", equalTo("PROVINCIAL_ACCOUNT_MISSING"));
    }

    /**
     * By hand: in advance 70 % of 1,000 = 700, of which 150 are surrendered first; finally 1,000 x
     * 0.7950 = 795 less 150 deducted is 645, so 55 go back of what was released.
     */
    @Test
    void whatAnEntityInArrearsOwesIsTakenFirst() {
        Determining.openIn("Anhui", "OWES-1");
        Determining.assignProvince("Anhui", "PROV-ANHUI");
        Reports.approved("OWES-1", 2022, 1_000);
        Determining.post(
                "POWER-2023",
                2023,
                "PRE_ALLOCATION",
                Determining.IN_ADVANCE + "O1,OWES-1,I,1000\n");
        String keeping =
                as(AUDITOR)
                        .get("/keepings")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items.find { it.entity == 'OWES-1' }.keeping");
        release(OPERATOR, keeping, "release").statusCode(200);

        release(SECOND_OPERATOR, keeping, "release/approval")
                .statusCode(200)
                .body("surrendered", equalTo(150))
                .body("released", equalTo(550));

        assertThat(tonnes("OWES-1", "CEA23", "available")).isEqualTo(550);
        Reports.approved("OWES-1", 2023, 900);
        Determining.post(
                        "POWER-2023",
                        2023,
                        "FINAL",
                        Determining.FINALLY + "O1,OWES-1,I,1000,0,WATER,0,70,900\n")
                .body("progress.takenBack", equalTo(55));
        assertThat(tonnes("OWES-1", "CEA23", "available")).isEqualTo(495);
    }

    private static ValidatableResponse release(String token, String keeping, String step) {
        return as(token).post("/keepings/{keeping}/" + step, keeping).then();
    }
}
