package org.carbonmarket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.registry.Registry.AUDITOR;
import static org.carbonmarket.registry.Registry.OPERATOR;
import static org.carbonmarket.registry.Registry.SECOND_OPERATOR;
import static org.carbonmarket.registry.Registry.as;
import static org.carbonmarket.registry.Registry.asHolderOf;
import static org.carbonmarket.registry.Registry.tonnes;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesFrozen;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesRecallRequested;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.events.trading.PositionEvent.AllowancesRecalled;
import org.carbonmarket.testing.MarketInfrastructure;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Freezes and cancellations, each by two persons; the test sets the time. */
@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
@TestProfile(SimulatedTime.class)
@NullUnmarked // Beans are injected.
class FreezesTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String MONDAY = "2025-11-17T10:00:00+08:00";

    @Inject BusinessClock clock;

    @BeforeEach
    void onAMondayMorning() {
        SimulatedTime.set(clock, MONDAY);
    }

    @Test
    void aFreezeTakesWhatIsThereAndRecallsTheRestFromTrading() {
        prepare("TE-1", "TE-2", "TEA", 1_000);
        Registry.entrust("TE-1", "TEA", 700).statusCode(201);
        String freeze = proposeFreeze("TE-1", "TEA", 800).statusCode(201).extract().path("freeze");
        freezeStep(OPERATOR, freeze, "approval")
                .statusCode(403)
                .body("code", equalTo("SAME_PERSON"));
        freezeStep(SECOND_OPERATOR, freeze, "approval")
                .statusCode(200)
                .body("state", equalTo("IN_FORCE"))
                .body("frozen", equalTo(300));
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() ->
                        assertThat(SettlementSide.read(Topic.REGISTRY_HOLDINGS))
                                .filteredOn(AllowancesRecallRequested.class::isInstance)
                                .map(AllowancesRecallRequested.class::cast)
                                .anyMatch(event ->
                                        event.recall().equals(freeze)
                                                && event.tonnes().value() == 500));

        SettlementSide.publish(List.of(recalled(freeze, 1, 200, 300), recalled(freeze, 2, 300, 0)));

        Awaitility.await().atMost(SOON).until(() -> tonnes("TE-1", "TEA", "frozen") == 800);
        assertThat(tonnes("TE-1", "TEA", "inTrading")).isEqualTo(200);
        assertThat(tonnes("TE-1", "TEA", "available")).isZero();
        as(AUDITOR).get("/freezes/{freeze}", freeze).then().body("frozen", equalTo(800));
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() ->
                        assertThat(SettlementSide.read(Topic.REGISTRY_HOLDINGS))
                                .filteredOn(AllowancesFrozen.class::isInstance)
                                .filteredOn(event -> event.key().equals("TE-1"))
                                .hasSize(3));
        freezeStep(OPERATOR, freeze, "lifting/approval").statusCode(409);
        as(OPERATOR)
                .contentType("application/json")
                .body(Map.of("document", "Order 2"))
                .post("/freezes/{freeze}/lifting", freeze)
                .then()
                .statusCode(200);
        freezeStep(SECOND_OPERATOR, freeze, "lifting/approval")
                .statusCode(200)
                .body("state", equalTo("LIFTED"));
        assertThat(tonnes("TE-1", "TEA", "available")).isEqualTo(800);
    }

    private static AllowancesRecalled recalled(
            String freeze, int number, long tonnes, long outstanding) {
        return new AllowancesRecalled(
                Market.CN,
                freeze,
                "CN-RC-" + freeze + "-" + number,
                AccountId.of("TE-1"),
                ProductCode.of("TEA"),
                Tonnes.of(tonnes),
                Tonnes.of(outstanding),
                OffsetDateTime.parse(MONDAY));
    }

    @Test
    void aCancellationTakesTwoPersonsAndIsForGood() {
        prepare("TF-1", "TF-2", "TFA", 100);
        Map<String, Object> body =
                Map.of("product", "TFA", "tonnes", 60, "beneficiary", "Forum", "reason", "Gift");
        String cancellation =
                asHolderOf("TF-1")
                        .contentType("application/json")
                        .body(body)
                        .post("/accounts/TF-1/cancellations")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("cancellation");
        String approval = "/accounts/TF-1/cancellations/" + cancellation + "/approval";
        asHolderOf("TF-1")
                .post(approval)
                .then()
                .statusCode(403)
                .body("code", equalTo("SAME_PERSON"));
        as(OPERATOR).post(approval).then().statusCode(200).body("state", equalTo("CANCELLED"));
        as(OPERATOR).post(approval).then().statusCode(200);

        assertThat(tonnes("TF-1", "TFA", "available")).isEqualTo(40);
        as(AUDITOR)
                .get("/holdings/totals?product=TFA")
                .then()
                .body("left.cancelled", equalTo(60))
                .body("balanced", equalTo(true));
        asHolderOf("TF-1").get("/accounts/TF-1/cancellations").then().body("items", hasSize(1));
    }

    private static void prepare(String giver, String receiver, String product, long tonnes) {
        Registry.openActive(giver);
        Registry.openActive(receiver);
        Registry.recordAllowance(product);
        Registry.allocate(giver, product, tonnes);
    }

    private static ValidatableResponse proposeFreeze(String account, String product, long tonnes) {
        return as(OPERATOR)
                .contentType("application/json")
                .body(
                        Map.of(
                                "account",
                                account,
                                "product",
                                product,
                                "tonnes",
                                tonnes,
                                "reason",
                                "Enforcement",
                                "document",
                                "Order 1"))
                .post("/freezes")
                .then();
    }

    private static ValidatableResponse freezeStep(String token, String freeze, String step) {
        return as(token).post("/freezes/{freeze}/" + step, freeze).then();
    }
}
