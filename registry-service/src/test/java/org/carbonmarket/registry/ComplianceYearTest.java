package org.carbonmarket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.registry.Registry.AUDITOR;
import static org.carbonmarket.registry.Registry.OPERATOR;
import static org.carbonmarket.registry.Registry.as;
import static org.carbonmarket.registry.Registry.asHolderOf;
import static org.carbonmarket.registry.Registry.asNobody;
import static org.carbonmarket.registry.Registry.tonnes;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.registry.ComplianceEvent.ComplianceRated;
import org.carbonmarket.events.registry.ComplianceEvent.ComplianceState;
import org.carbonmarket.events.registry.ComplianceEvent.ObligationRecorded;
import org.carbonmarket.events.registry.ComplianceEvent.ShortfallDeducted;
import org.carbonmarket.events.registry.ComplianceEvent.ShortfallNoticed;
import org.carbonmarket.events.settlement.DeliveryRequestEvent.DeliveryRequested;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.events.trading.TradingMethod;
import org.carbonmarket.registry.compliance.prices.TradedDays;
import org.carbonmarket.registry.determination.AllocationDeduction;
import org.carbonmarket.testing.MarketInfrastructure;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** A whole compliance year through REST and Kafka; nothing else is asked or told. */
@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
@TestProfile(SimulatedTime.class)
@NullUnmarked // Beans are injected.
class ComplianceYearTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final LocalDate DAY = LocalDate.parse("2024-12-10");
    private static final OffsetDateTime AT = OffsetDateTime.parse("2024-12-10T10:00:00+08:00");

    @Inject BusinessClock clock;
    @Inject TradedDays days;
    @Inject @All List<AllocationDeduction> deductions;

    @Test
    void oneUnitShortIsNoticedCutAndCountedInTheRate() {
        SimulatedTime.set(clock, "2024-10-21T10:00:00+08:00");
        allocate();
        report();
        SimulatedTime.set(clock, "2024-12-10T10:00:00+08:00");
        trade();
        surrender();

        refusedBeforeAllTradesAreKnown();
        noticed();
        deducted();
        rated();
        for (String product : List.of("CY23", "CCER", "CCER-CYP-2022")) {
            as(AUDITOR)
                    .get("/holdings/totals?product={product}", product)
                    .then()
                    .statusCode(200)
                    .body("balanced", equalTo(true));
        }
        as(AUDITOR).get("/ledger/verification").then().body("intact", equalTo(true));
    }

    private static void allocate() {
        Registry.openActive("CY-A");
        Registry.openActive("CY-B");
        as(OPERATOR)
                .contentType("application/json")
                .body(
                        Map.of(
                                "product",
                                "CY23",
                                "kind",
                                "ALLOWANCE",
                                "vintageFrom",
                                2023,
                                "vintageTo",
                                2023))
                .post("/products")
                .then()
                .statusCode(201);
        Registry.recordAllowance("CY24X");
        Registry.allocate("CY-A", "CY23", 1_100);
        Registry.allocate("CY-B", "CY23", 900);
        Credits.issued("CYP", "CY-OWNER", 2022, 100);
        Credits.pool("CY-OWNER", "CCER-CYP-2022", 60).statusCode(201);
    }

    private static void report() {
        Reports.approved("CY-A", 2023, 1_000);
        Reports.approved("CY-B", 2023, 1_000);
        asNobody()
                .get("/obligations?year=2023")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.state", equalTo(List.of("OPEN", "OPEN")))
                .body("items[0].deadline", equalTo("2024-12-31"));
    }

    /** A sells 50 t of allowances to B, the project's owner 60 t of credits. */
    private static void trade() {
        Registry.entrust("CY-A", "CY23", 100).statusCode(201);
        Registry.entrust("CY-OWNER", "CCER", 60).statusCode(201);
        DeliveryRequested allowances = SettlementSide.trade("CY-A", "CY-B", "CY23", 50);
        DeliveryRequested credits = SettlementSide.trade("CY-OWNER", "CY-B", "CCER", 60);
        SettlementSide.publish(
                List.of(
                        executed(1, "CY23", "60.00", 50),
                        executed(2, "CCER", "95.00", 60),
                        allowances,
                        credits));
        Awaitility.await().atMost(SOON).until(() -> tonnes("CY-A", "CY23", "delivering") == 50);
        SettlementSide.publish(
                List.of(SettlementSide.settled(allowances), SettlementSide.settled(credits)));
        SettlementSide.publish(
                List.of(
                        SettlementSide.released("CY-B", "CY23", 50),
                        SettlementSide.released("CY-B", "CCER", 60)));
        Awaitility.await().atMost(SOON).until(() -> tonnes("CY-B", "CCER", "available") == 60);
        Awaitility.await().atMost(SOON).until(() -> tonnes("CY-B", "CY23", "available") == 950);
    }

    private static TradeExecuted executed(long trade, String product, String price, long tonnes) {
        return new TradeExecuted(
                new TradeId(Market.CN, trade),
                DAY,
                ProductCode.of(product),
                TradingMethod.LISTED,
                Price.ofYuan(price),
                Tonnes.of(tonnes),
                Price.ofYuan(price).times(Tonnes.of(tonnes)),
                Side.BUY,
                AT);
    }

    private static void surrender() {
        surrender("CY-A", "CY23", 1_000)
                .statusCode(201)
                .body("state", equalTo("FULFILLED"))
                .body("remaining", equalTo(0));
        surrender("CY-A", "CY23", 1).statusCode(409).body("code", equalTo("OBLIGATION_EXCEEDED"));
        surrender("CY-B", "CCER", 51).statusCode(409).body("code", equalTo("OFFSET_LIMIT"));
        surrender("CY-B", "CCER", 50)
                .statusCode(201)
                .body("state", equalTo("PARTLY_SURRENDERED"))
                .body("remaining", equalTo(950));
        surrender("CY-B", "CCER", 1).statusCode(409).body("code", equalTo("OFFSET_LIMIT"));
        surrender("CY-B", "CY24X", 1).statusCode(409).body("code", equalTo("HOLDING_SHORT"));
        surrender("CY-B", "CY23", 949).statusCode(201).body("remaining", equalTo(1));
        asNobody()
                .get("/retirements?account=CY-B&purpose=OFFSET")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].tonnes", equalTo(50));
    }

    private static ValidatableResponse surrender(String account, String product, long tonnes) {
        return asHolderOf(account)
                .contentType("application/json")
                .body(Map.of("year", 2023, "product", product, "tonnes", tonnes))
                .post("/accounts/{account}/surrenders", account)
                .then();
    }

    private void refusedBeforeAllTradesAreKnown() {
        runDeadline().body("units", equalTo(0));
        SimulatedTime.set(clock, "2025-01-02T10:00:00+08:00");
        Awaitility.await().atMost(SOON).until(this::tradesAreKnownToBeIncomplete);
        as(OPERATOR)
                .post("/compliance/2023/deadline-run")
                .then()
                .statusCode(409)
                .body("code", equalTo("PRICES_INCOMPLETE"));
        SettlementSide.publish(
                List.of(
                        new TradingDayClosed(
                                Market.CN,
                                DAY,
                                2,
                                Tonnes.of(110),
                                Money.ofYuan("8700.00"),
                                2,
                                List.of(),
                                "",
                                AT)));
    }

    private boolean tradesAreKnownToBeIncomplete() {
        try {
            days.average(DAY, DAY);
            return false;
        } catch (Refusal incomplete) {
            return incomplete.code().equals("PRICES_INCOMPLETE");
        }
    }

    private static ValidatableResponse runDeadline() {
        return as(OPERATOR).post("/compliance/2023/deadline-run").then().statusCode(200);
    }

    private static void noticed() {
        Awaitility.await()
                .atMost(SOON)
                .until(() ->
                        as(OPERATOR).post("/compliance/2023/deadline-run").statusCode() == 200);
        runDeadline().body("units", equalTo(0));
        asHolderOf("CY-B")
                .get("/compliance/notices")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].shortfall", equalTo(1))
                .body("items[0].averagePrice", equalTo("60.00"))
                .body("items[0].fineFrom", equalTo("300.00"))
                .body("items[0].fineTo", equalTo("600.00"))
                .body("items[0].deductionYear", equalTo(2024));
    }

    private void deducted() {
        as(OPERATOR)
                .post("/compliance/2023/deduction-run")
                .then()
                .statusCode(200)
                .body("units", equalTo(1));
        as(OPERATOR)
                .post("/compliance/2023/deduction-run")
                .then()
                .statusCode(200)
                .body("units", equalTo(0));
        AccountId account = AccountId.of("CY-B");
        assertThat(deductions)
                .anySatisfy(each ->
                        assertThat(each.deductionsOf(List.of(account), 2024))
                                .containsEntry(account, Tonnes.of(1)));
        surrender("CY-B", "CY23", 1).statusCode(409).body("code", equalTo("OBLIGATION_EXCEEDED"));
    }

    private static void rated() {
        asNobody()
                .get("/compliance/2023")
                .then()
                .statusCode(200)
                .body("units", equalTo(2))
                .body("fulfilled", equalTo(1))
                .body("overdue", equalTo(1))
                .body("offset", equalTo(50))
                .body("rate", equalTo("50.00"));
        Awaitility.await().atMost(SOON).untilAsserted(ComplianceYearTest::published);
    }

    private static void published() {
        List<PublishedEvent> events = SettlementSide.read(Topic.REGISTRY_COMPLIANCE);
        assertThat(events)
                .filteredOn(ObligationRecorded.class::isInstance)
                .map(ObligationRecorded.class::cast)
                .anyMatch(event -> event.state() == ComplianceState.FULFILLED)
                .anyMatch(event -> event.state() == ComplianceState.OVERDUE);
        assertThat(events).hasAtLeastOneElementOfType(ShortfallNoticed.class);
        assertThat(events).hasAtLeastOneElementOfType(ShortfallDeducted.class);
        assertThat(events)
                .filteredOn(ComplianceRated.class::isInstance)
                .map(ComplianceRated.class::cast)
                .anyMatch(rated -> rated.rate().equals("50.00") && rated.overdue() == 1);
    }
}
