package org.carbonmarket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.registry.Registry.AUDITOR;
import static org.carbonmarket.registry.Registry.OPERATOR;
import static org.carbonmarket.registry.Registry.as;
import static org.carbonmarket.registry.Registry.asHolderOf;
import static org.carbonmarket.registry.Registry.tonnes;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesEntrusted;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesReturned;
import org.carbonmarket.events.settlement.DeliveryRequestEvent.DeliveryRequested;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.events.trading.PositionEvent.AllowancesReleased;
import org.carbonmarket.testing.MarketInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class EntrustmentTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void allowancesMoveIntoTradingAndTheMarketIsTold() {
        prepare("ENT-1", "ENTA", 1_000);

        String entrustment =
                Registry.entrust("ENT-1", "ENTA", 600)
                        .statusCode(201)
                        .body("account", equalTo("ENT-1"))
                        .body("market", equalTo("CN"))
                        .body("tonnes", equalTo(600))
                        .body("at", notNullValue())
                        .extract()
                        .path("entrustment");

        assertThat(tonnes("ENT-1", "ENTA", "available")).isEqualTo(400);
        assertThat(tonnes("ENT-1", "ENTA", "inTrading")).isEqualTo(600);
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() ->
                        assertThat(SettlementSide.read(Topic.REGISTRY_HOLDINGS))
                                .filteredOn(AllowancesEntrusted.class::isInstance)
                                .map(AllowancesEntrusted.class::cast)
                                .filteredOn(each -> each.entrustment().equals(entrustment))
                                .hasSize(1));
        as(AUDITOR)
                .get("/accounts/ENT-1/entrustments")
                .then()
                .statusCode(200)
                .body("items.entrustment", equalTo(List.of(entrustment)));
    }

    @Test
    void aRepeatedKeyGetsTheFirstAnswerAndMovesNothingMore() {
        prepare("ENT-2", "ENTB", 1_000);

        String first = keyed("ENT-2", "ENTB", 100, "k-1").statusCode(201).extract().asString();
        String again = keyed("ENT-2", "ENTB", 100, "k-1").statusCode(201).extract().asString();

        assertThat(again).isEqualTo(first);
        assertThat(tonnes("ENT-2", "ENTB", "inTrading")).isEqualTo(100);
    }

    @Test
    void aKeyUsedWithAnotherBodyIsRefused() {
        prepare("ENT-3", "ENTC", 1_000);
        keyed("ENT-3", "ENTC", 100, "k-1").statusCode(201);

        keyed("ENT-3", "ENTC", 101, "k-1")
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        assertThat(tonnes("ENT-3", "ENTC", "inTrading")).isEqualTo(100);
    }

    @Test
    void aKeyIsTheAccountsOwn() {
        prepare("ENT-4", "ENTD", 1_000);
        Registry.openActive("ENT-5");
        Registry.allocate("ENT-5", "ENTD", 70);
        keyed("ENT-4", "ENTD", 100, "k-1").statusCode(201);

        keyed("ENT-5", "ENTD", 70, "k-1").statusCode(201).body("tonnes", equalTo(70));
    }

    @Test
    void aRefusedMoveLeavesItsKeyFree() {
        prepare("ENT-6", "ENTE", 50);
        keyed("ENT-6", "ENTE", 100, "k-1").statusCode(409).body("code", equalTo("HOLDING_SHORT"));
        Registry.allocate("ENT-6", "ENTE", 51);

        keyed("ENT-6", "ENTE", 100, "k-1").statusCode(201);
    }

    @Test
    void somebodyElsesAllowancesAreNotMoved() {
        prepare("ENT-7", "ENTF", 50);
        Map<String, Object> body = Map.of("market", "CN", "product", "ENTF", "tonnes", 1);

        asHolderOf("ENT-8")
                .contentType("application/json")
                .body(body)
                .post("/accounts/ENT-7/entrustments")
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_YOUR_ACCOUNT"));
        as(OPERATOR)
                .contentType("application/json")
                .body(body)
                .post("/accounts/ENT-7/entrustments")
                .then()
                .statusCode(403);
        assertThat(tonnes("ENT-7", "ENTF", "available")).isEqualTo(50);
    }

    @Test
    void aProductOutsideItsTradableDaysStaysInTheRegistry() {
        as(OPERATOR)
                .contentType("application/json")
                .body(
                        """
                        {"product":"ENTX","kind":"ALLOWANCE","vintageFrom":2099,"vintageTo":2099,\
                        "tradableFrom":"2099-01-01"}\
                        """)
                .post("/products")
                .then()
                .statusCode(201);
        Registry.openActive("ENT-9");
        Registry.allocate("ENT-9", "ENTX", 50);

        Registry.entrust("ENT-9", "ENTX", 10)
                .statusCode(422)
                .body("code", equalTo("PRODUCT_NOT_TRADABLE"));
    }

    @Test
    void sixtyFourThreadsNeverOverdrawAHolding() throws Exception {
        prepare("ENT-64", "ENTG", 1_000);
        List<Callable<Integer>> moves = new ArrayList<>();
        for (int i = 0; i < 64 * 4; i++) {
            moves.add(() -> {
                ValidatableResponse answer = Registry.entrust("ENT-64", "ENTG", 7);
                int status = answer.extract().statusCode();
                if (status != 201) {
                    answer.statusCode(409).body("code", equalTo("HOLDING_SHORT"));
                }
                return status;
            });
        }
        long moved = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
            for (Future<Integer> answer : threads.invokeAll(moves)) {
                moved += answer.get() == 201 ? 1 : 0;
            }
        }

        assertThat(moved).isEqualTo(1_000 / 7);
        assertThat(tonnes("ENT-64", "ENTG", "available")).isEqualTo(1_000 % 7);
        assertThat(tonnes("ENT-64", "ENTG", "inTrading")).isEqualTo(1_000 - 1_000 % 7);
    }

    @Test
    void whatTheMarketLetsGoOfIsAvailableAgainOnce() {
        prepare("ENT-10", "ENTH", 1_000);
        Registry.entrust("ENT-10", "ENTH", 600).statusCode(201);
        AllowancesReleased release = SettlementSide.released("ENT-10", "ENTH", 250);

        SettlementSide.publish(List.of(release, release));
        SettlementSide.publishAgain(release);
        SettlementSide.publish(List.of(SettlementSide.released("ENT-10", "ENTH", 50)));

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () -> assertThat(tonnes("ENT-10", "ENTH", "available")).isEqualTo(700));
        assertThat(tonnes("ENT-10", "ENTH", "inTrading")).isEqualTo(300);
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() ->
                        assertThat(SettlementSide.read(Topic.REGISTRY_HOLDINGS))
                                .filteredOn(AllowancesReturned.class::isInstance)
                                .map(AllowancesReturned.class::cast)
                                .filteredOn(each -> each.account().value().equals("ENT-10"))
                                .hasSize(2));
    }

    @Test
    void aReleaseOfBoughtAllowancesWaitsForTheirDelivery() {
        prepare("ENT-11", "ENTI", 100);
        Registry.openActive("ENT-12");
        Registry.entrust("ENT-11", "ENTI", 100).statusCode(201);
        DeliveryRequested trade = SettlementSide.trade("ENT-11", "ENT-12", "ENTI", 100);
        SettlementSide.publish(List.of(trade));
        Awaitility.await().atMost(SOON).until(() -> tonnes("ENT-11", "ENTI", "delivering") == 100);
        AllowancesReleased marker = SettlementSide.released("ENT-11", "ENTI", 1);

        SettlementSide.publish(List.of(SettlementSide.released("ENT-12", "ENTI", 40), marker));
        SettlementSide.publish(List.of(SettlementSide.settled(trade)));

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () -> assertThat(tonnes("ENT-12", "ENTI", "available")).isEqualTo(40));
        assertThat(tonnes("ENT-12", "ENTI", "inTrading")).isEqualTo(60);
    }

    @Test
    void postingsTellTheStoryNewestFirst() {
        prepare("ENT-13", "ENTJ", 1_000);
        Registry.entrust("ENT-13", "ENTJ", 600).statusCode(201);

        String next =
                asHolderOf("ENT-13")
                        .queryParam("limit", 1)
                        .get("/accounts/ENT-13/postings")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(1))
                        .body("items[0].reason", equalTo("ENTRUSTMENT"))
                        .body(
                                "items[0].entries.bucket",
                                equalTo(List.of("AVAILABLE", "IN_TRADING")))
                        .body("items[0].entries.tonnes", equalTo(List.of(-600, 600)))
                        .extract()
                        .path("next");
        asHolderOf("ENT-13")
                .queryParam("limit", 1)
                .queryParam("cursor", next)
                .get("/accounts/ENT-13/postings")
                .then()
                .statusCode(200)
                .body("items[0].reason", equalTo("INITIAL_ALLOCATION"))
                .body("items[0].entries.tonnes", equalTo(List.of(1_000)));
    }

    private static void prepare(String account, String product, long tonnes) {
        Registry.openActive(account);
        Registry.recordAllowance(product);
        Registry.allocate(account, product, tonnes);
    }

    private static ValidatableResponse keyed(
            String account, String product, long tonnes, String key) {
        return asHolderOf(account)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("market", "CN", "product", product, "tonnes", tonnes))
                .post("/accounts/{account}/entrustments", account)
                .then();
    }
}
