package org.carbonmarket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.registry.Registry.AUDITOR;
import static org.carbonmarket.registry.Registry.OPERATOR;
import static org.carbonmarket.registry.Registry.SECOND_OPERATOR;
import static org.carbonmarket.registry.Registry.as;
import static org.carbonmarket.registry.Registry.asHolderOf;
import static org.carbonmarket.registry.Registry.tonnes;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.testing.MarketInfrastructure;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transfers behind their defences; the test sets the time. */
@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
@TestProfile(SimulatedTime.class)
@NullUnmarked // Beans are injected.
class TransfersTest {

    private static final String MONDAY = "2025-11-17T10:00:00+08:00";

    @Inject BusinessClock clock;

    @BeforeEach
    void onAMondayMorning() {
        SimulatedTime.set(clock, MONDAY);
    }

    @Test
    void aTransferOffTheListIsDelayedAcceptedAndExecutedInWorkingHours() {
        prepare("TA-1", "TA-2", "TAA", 1_000);
        String transfer =
                propose("TA-1", "TA-2", "TAA", 400).statusCode(201).extract().path("transfer");
        step(OPERATOR, transfer, "approval").statusCode(403).body("code", equalTo("SAME_PERSON"));
        step(OPERATOR, transfer, "execution")
                .statusCode(409)
                .body("code", equalTo("TRANSFER_STATE"));
        step(SECOND_OPERATOR, transfer, "approval")
                .statusCode(200)
                .body("state", equalTo("APPROVED"));
        accept("TA-1", transfer).statusCode(403).body("code", equalTo("NOT_YOUR_ACCOUNT"));
        accept("TA-2", transfer).statusCode(200).body("state", equalTo("ACCEPTED"));
        step(OPERATOR, transfer, "execution")
                .statusCode(409)
                .body("code", equalTo("TRANSFER_DELAYED"));
        SimulatedTime.set(clock, "2025-11-18T17:30:00+08:00");
        step(OPERATOR, transfer, "execution")
                .statusCode(409)
                .body("code", equalTo("OUTSIDE_WORKING_HOURS"));
        SimulatedTime.set(clock, "2025-11-19T09:00:00+08:00");
        step(OPERATOR, transfer, "execution").statusCode(200).body("state", equalTo("EXECUTED"));
        step(OPERATOR, transfer, "execution").statusCode(200);

        assertThat(tonnes("TA-1", "TAA", "available")).isEqualTo(600);
        assertThat(tonnes("TA-2", "TAA", "available")).isEqualTo(400);
    }

    @Test
    void aProposalNobodyApprovesInTwoDaysExpires() {
        prepare("TB-1", "TB-2", "TBA", 1_000);
        String transfer = propose("TB-1", "TB-2", "TBA", 400).extract().path("transfer");
        SimulatedTime.set(clock, "2025-11-19T10:00:01+08:00");

        step(SECOND_OPERATOR, transfer, "approval")
                .statusCode(409)
                .body("code", equalTo("PROPOSAL_EXPIRED"));
    }

    @Test
    void aboveTheCapOnlyATrustedAccountIsGivenTo() {
        prepare("TC-1", "TC-2", "TCA", 900_000);
        propose("TC-1", "TC-2", "TCA", 100_001)
                .statusCode(409)
                .body("code", equalTo("TRANSFER_CAP"));
        asHolderOf("TC-1")
                .contentType("application/json")
                .body(Map.of("trusted", "TC-2"))
                .post("/accounts/TC-1/trusted-accounts")
                .then()
                .statusCode(201);
        asHolderOf("TC-1")
                .post("/accounts/TC-1/trusted-accounts/TC-2/approval")
                .then()
                .statusCode(403);
        as(OPERATOR)
                .post("/accounts/TC-1/trusted-accounts/TC-2/approval")
                .then()
                .statusCode(200)
                .body("effectiveOn", equalTo("2025-11-21"));
        propose("TC-1", "TC-2", "TCA", 100_001).statusCode(409);

        SimulatedTime.set(clock, "2025-11-21T10:00:00+08:00");
        String transfer =
                propose("TC-1", "TC-2", "TCA", 600_000).statusCode(201).extract().path("transfer");
        String second =
                propose("TC-1", "TC-2", "TCA", 300_000).statusCode(201).extract().path("transfer");
        String third =
                propose("TC-1", "TC-2", "TCA", 200_000).statusCode(201).extract().path("transfer");
        for (String each : List.of(transfer, second, third)) {
            step(SECOND_OPERATOR, each, "approval").statusCode(200);
            accept("TC-2", each).statusCode(200);
        }
        step(OPERATOR, transfer, "execution").statusCode(200);
        step(OPERATOR, second, "execution").statusCode(200);
        step(OPERATOR, third, "execution").statusCode(409).body("code", equalTo("DAILY_LIMIT"));
    }

    @Test
    void serialsGoAlongWithTransferredCredits() {
        long first = Credits.issued("TDP", "TD-1", 2022, 100);
        Registry.openActive("TD-2");
        String transfer =
                propose("TD-1", "TD-2", "CCER-TDP-2022", 40)
                        .statusCode(201)
                        .extract()
                        .path("transfer");
        step(SECOND_OPERATOR, transfer, "approval").statusCode(200);
        accept("TD-2", transfer).statusCode(200);
        SimulatedTime.set(clock, "2025-11-19T09:00:00+08:00");
        step(OPERATOR, transfer, "execution").statusCode(200);

        as(AUDITOR)
                .get("/accounts/TD-2/serials")
                .then()
                .body("items[0].serials.first", equalTo((int) first))
                .body("items[0].serials.last", equalTo((int) first + 39));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "{\"account\":\"TG-1\",\"receiver\":\"TG-1\",\"product\":\"CEA\",\"tonnes\":1,"
                        + "\"kind\":\"MERGER\",\"document\":\"x\"}",
                "{\"account\":\"TG-1\",\"receiver\":\"TG-2\",\"product\":\"CEA\",\"tonnes\":0,"
                        + "\"kind\":\"MERGER\",\"document\":\"x\"}",
                "{\"account\":\"TG-1\",\"receiver\":\"TG-2\",\"product\":\"CEA\",\"tonnes\":1,"
                        + "\"kind\":\"GIFT\",\"document\":\"x\"}",
                "{\"account\":\"TG-1\",\"receiver\":\"TG-2\",\"product\":\"CEA\",\"tonnes\":1,"
                        + "\"kind\":\"MERGER\",\"document\":\"\"}"
            })
    void whatIsOutOfFormIsRefused(String body) {
        for (String path : List.of("/transfers", "/freezes")) {
            ValidatableResponse answer =
                    as(OPERATOR).contentType("application/json").body(body).post(path).then();
            assertThat(answer.extract().statusCode()).isBetween(400, 499);
            answer.contentType("application/problem+json").body("code", matchesPattern("[A-Z_]+"));
        }
    }

    private static void prepare(String giver, String receiver, String product, long tonnes) {
        Registry.openActive(giver);
        Registry.openActive(receiver);
        Registry.recordAllowance(product);
        Registry.allocate(giver, product, tonnes);
    }

    private static ValidatableResponse propose(
            String giver, String receiver, String product, long tonnes) {
        return as(OPERATOR)
                .contentType("application/json")
                .body(
                        Map.of(
                                "account",
                                giver,
                                "receiver",
                                receiver,
                                "product",
                                product,
                                "tonnes",
                                tonnes,
                                "kind",
                                "MERGER",
                                "document",
                                "Merger register 7"))
                .post("/transfers")
                .then();
    }

    private static ValidatableResponse step(String token, String transfer, String step) {
        return as(token).post("/transfers/{transfer}/" + step, transfer).then();
    }

    private static ValidatableResponse accept(String account, String transfer) {
        return asHolderOf(account).post("/transfers/{transfer}/acceptance", transfer).then();
    }
}
