package org.carbonmarket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.registry.Registry.AUDITOR;
import static org.carbonmarket.registry.Registry.OPERATOR;
import static org.carbonmarket.registry.Registry.as;
import static org.carbonmarket.registry.Registry.asHolderOf;
import static org.carbonmarket.registry.Registry.asNobody;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.emissions.VerifiedEmissions;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class EmissionsTest {

    @Inject VerifiedEmissions verified;

    @Test
    void whatIsVerifiedAndApprovedCounts() {
        Registry.openActive("EM-1");
        Reports.submit("EM-1", 2024, 1_000).statusCode(201).body("state", equalTo("SUBMITTED"));
        assertThat(verified.of(AccountId.of("EM-1"), 2024)).isEmpty();

        Reports.verify("EM-1", 2024, 1, "CONFIRMED")
                .statusCode(200)
                .body("state", equalTo("VERIFIED"));
        assertThat(verified.of(AccountId.of("EM-1"), 2024)).isEmpty();
        Reports.approve("EM-1", 2024, 1, "CONFIRMED")
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("emissions", equalTo(1_000));

        assertThat(verified.of(AccountId.of("EM-1"), 2024)).contains(Tonnes.of(1_000));
        assertThat(verified.of(List.of(AccountId.of("EM-1"), AccountId.of("EM-NONE")), 2024))
                .containsOnlyKeys(AccountId.of("EM-1"));
        assertThat(verified.ofYear(2024)).containsEntry(AccountId.of("EM-1"), Tonnes.of(1_000));
    }

    @Test
    void aReturnedReportIsFollowedByANewVersionAndEveryVersionStays() {
        Registry.openActive("EM-2");
        Reports.submit("EM-2", 2024, 1_000).statusCode(201);
        Reports.submit("EM-2", 2024, 1_001)
                .statusCode(409)
                .body("code", equalTo("REPORT_UNDER_REVIEW"));
        Reports.verify("EM-2", 2024, 1, "RETURNED")
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("remark", equalTo("Look at March."));
        Reports.submit("EM-2", 2024, 1_001).statusCode(201).body("version", equalTo(2));

        asHolderOf("EM-2")
                .get("/accounts/EM-2/emissions/2024")
                .then()
                .statusCode(200)
                .body("version", equalTo(List.of(2, 1)))
                .body("emissions", equalTo(List.of(1_001, 1_000)))
                .body("[1].report.units[0].months", hasSize(1));
    }

    @Test
    void aCorrectionCountsOnlyWhenItIsApprovedItself() {
        Registry.openActive("EM-3");
        Reports.approved("EM-3", 2024, 1_000);
        Reports.submit("EM-3", 2024, 900).statusCode(201).body("version", equalTo(2));
        assertThat(verified.of(AccountId.of("EM-3"), 2024)).contains(Tonnes.of(1_000));

        Reports.verify("EM-3", 2024, 2, "CONFIRMED").statusCode(200);
        Reports.approve("EM-3", 2024, 2, "CONFIRMED").statusCode(200);

        assertThat(verified.of(AccountId.of("EM-3"), 2024)).contains(Tonnes.of(900));
    }

    @Test
    void nobodySkipsAStepAndASaidWordSaidAgainChangesNothing() {
        Registry.openActive("EM-4");
        Reports.submit("EM-4", 2024, 1_000).statusCode(201);
        Reports.approve("EM-4", 2024, 1, "CONFIRMED")
                .statusCode(409)
                .body("code", equalTo("REPORT_STATE"));
        Reports.verify("EM-4", 2024, 1, "CONFIRMED").statusCode(200);
        Reports.verify("EM-4", 2024, 1, "CONFIRMED").statusCode(200);
        Reports.verify("EM-4", 2024, 1, "RETURNED").statusCode(409);
        Reports.approve("EM-4", 2024, 1, "RETURNED")
                .statusCode(200)
                .body("state", equalTo("RETURNED"));
        Reports.verify("EM-4", 2024, 2, "CONFIRMED")
                .statusCode(404)
                .body("code", equalTo("REPORT_UNKNOWN"));
    }

    @Test
    void theVerifierDoesNotApproveItsOwnVerification() {
        Registry.openActive("EM-5");
        Reports.submit("EM-5", 2024, 1_000).statusCode(201);
        Reports.verify("EM-5", 2024, 1, "CONFIRMED").statusCode(200);

        as(TestTokens.of("wang", "regulator"))
                .contentType("application/json")
                .body("{\"outcome\":\"CONFIRMED\"}")
                .post("/accounts/EM-5/emissions/2024/versions/1/approval")
                .then()
                .statusCode(403)
                .body("code", equalTo("SAME_PERSON"));
    }

    @Test
    void theWorkListIsNarrowedByState() {
        Registry.openActive("EM-6");
        Reports.submit("EM-6", 2019, 1_000).statusCode(201);

        as(TestTokens.of("wang", "verifier"))
                .queryParam("year", 2019)
                .queryParam("state", "SUBMITTED")
                .get("/emissions")
                .then()
                .statusCode(200)
                .body("items.account", hasItem("EM-6"));
        as(AUDITOR)
                .queryParam("year", 2019)
                .queryParam("state", "APPROVED")
                .get("/emissions")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        as(AUDITOR)
                .queryParam("year", 2019)
                .queryParam("state", "LOST")
                .get("/emissions")
                .then()
                .statusCode(400)
                .body("field", equalTo("state"));
        as(AUDITOR).get("/emissions").then().statusCode(400).body("field", equalTo("year"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{}",
                "{\"units\":[]}",
                "{\"units\":null}",
                "{\"units\":[null]}",
                "{\"units\":[{\"unit\":\"U\",\"months\":[]}]}",
                "{\"units\":[{\"unit\":\"\",\"months\":[{\"month\":1,\"emissions\":\"1\","
                        + "\"parameters\":{}}]}]}",
                "{\"units\":[{\"unit\":\"U\",\"months\":[{\"month\":13,\"emissions\":\"1\","
                        + "\"parameters\":{}}]}]}",
                "{\"units\":[{\"unit\":\"U\",\"months\":[{\"month\":1,\"emissions\":\"-1\","
                        + "\"parameters\":{}}]}]}",
                "{\"units\":[{\"unit\":\"U\",\"months\":[{\"month\":1,\"emissions\":\"1e999999\","
                        + "\"parameters\":{}}]}]}",
                "{\"units\":[{\"unit\":\"U\",\"months\":[{\"month\":1,\"emissions\":\"much\","
                        + "\"parameters\":{}}]}]}",
                "{\"units\":[{\"unit\":\"U\",\"months\":[{\"month\":1,\"emissions\":\"1\","
                        + "\"parameters\":{\"coal\":null}}]}]}",
                "{\"units\":[{\"unit\":\"U\",\"months\":[{\"month\":1,\"emissions\":\"1\","
                        + "\"parameters\":{}}]}],\"extra\":1}"
            })
    void aReportOutOfFormIsRefused(String body) {
        asHolderOf("EM-BAD")
                .contentType("application/json")
                .body(body)
                .post("/accounts/EM-BAD/emissions/2024")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void aReportIsOfAPastYearAndOnesOwn() {
        Registry.openActive("EM-7");
        Reports.submit("EM-7", 2099, 1).statusCode(422).body("code", equalTo("YEAR_NOT_OVER"));
        Reports.submit("EM-7", 1999, 1).statusCode(422);
        asHolderOf("EM-7")
                .get("/accounts/EM-6/emissions/2019")
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_YOUR_ACCOUNT"));
        Reports.submit("EM-NOBODY", 2024, 1).statusCode(404);
        asNobody().get("/accounts/EM-7/emissions/2024").then().statusCode(401);
        as(OPERATOR)
                .contentType("application/json")
                .body(Reports.report(1))
                .post("/accounts/EM-7/emissions/2024")
                .then()
                .statusCode(403);
    }

    @Test
    void aReturnSaysWhy() {
        Registry.openActive("EM-8");
        Reports.submit("EM-8", 2024, 1_000).statusCode(201);
        ValidatableResponse answer =
                as(TestTokens.of("wang", "verifier"))
                        .contentType("application/json")
                        .body("{\"outcome\":\"RETURNED\"}")
                        .post("/accounts/EM-8/emissions/2024/versions/1/verification")
                        .then();

        answer.statusCode(422).body("code", equalTo("REMARK_MISSING"));
    }
}
