package org.carbonmarket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.registry.Registry.AUDITOR;
import static org.carbonmarket.registry.Registry.OPERATOR;
import static org.carbonmarket.registry.Registry.SECOND_OPERATOR;
import static org.carbonmarket.registry.Registry.as;
import static org.carbonmarket.registry.Registry.asHolderOf;
import static org.carbonmarket.registry.Registry.tonnes;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carbonmarket.testing.MarketInfrastructure;
import org.junit.jupiter.api.Test;

/** Everybody at the same tonnes at once. */
@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class HoldingRaceTest {

    private static final int THREADS = 64;
    private static final int REQUESTS = 192;
    private static final int HELD = 500;
    private static final int EACH = 7;

    @Test
    void surrenderingFreezingAndEntrustingAtOnceNeverOverdrawsAHolding() throws Exception {
        Registry.openActive("RACE-1");
        Registry.recordAllowance("RACEA");
        Registry.allocate("RACE-1", "RACEA", HELD);
        Reports.approved("RACE-1", 2023, 100_000);
        List<Callable<Long>> requests = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            int kind = i % 3;
            requests.add(() ->
                    switch (kind) {
                        case 0 -> answered(surrender());
                        case 1 -> answered(Registry.entrust("RACE-1", "RACEA", EACH));
                        default -> freeze();
                    });
        }
        long moved = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Long> answer : threads.invokeAll(requests)) {
                moved += answer.get();
            }
        }

        long available = tonnes("RACE-1", "RACEA", "available");
        long surrendered =
                as(AUDITOR)
                        .get("/holdings/totals?product=RACEA")
                        .then()
                        .body("balanced", equalTo(true))
                        .extract()
                        .<Number>path("left.surrendered")
                        .longValue();
        assertThat(available).isBetween(0L, (long) EACH - 1);
        assertThat(moved).isEqualTo(HELD - available);
        assertThat(
                        surrendered
                                + tonnes("RACE-1", "RACEA", "inTrading")
                                + tonnes("RACE-1", "RACEA", "frozen"))
                .isEqualTo(moved);
        as(AUDITOR).get("/ledger/verification").then().body("intact", equalTo(true));
    }

    /** Tonnes moved; a loser is told so by 409 and a code. */
    private static long answered(ValidatableResponse answer) {
        if (answer.extract().statusCode() == 201) {
            return EACH;
        }
        answer.statusCode(409).body("code", equalTo("HOLDING_SHORT"));
        return 0;
    }

    private static ValidatableResponse surrender() {
        return asHolderOf("RACE-1")
                .contentType("application/json")
                .body(Map.of("year", 2023, "product", "RACEA", "tonnes", EACH))
                .post("/accounts/RACE-1/surrenders")
                .then();
    }

    /** A freeze takes what is left, and waits for the rest from trading. */
    private static long freeze() {
        String freeze =
                as(OPERATOR)
                        .contentType("application/json")
                        .body(
                                Map.of(
                                        "account",
                                        "RACE-1",
                                        "product",
                                        "RACEA",
                                        "tonnes",
                                        EACH,
                                        "reason",
                                        "Enforcement",
                                        "document",
                                        "Order 1"))
                        .post("/freezes")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("freeze");
        return as(SECOND_OPERATOR)
                .post("/freezes/{freeze}/approval", freeze)
                .then()
                .statusCode(200)
                .extract()
                .<Number>path("frozen")
                .longValue();
    }
}
