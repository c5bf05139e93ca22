package org.carbonmarket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.registry.Registry.OPERATOR;
import static org.carbonmarket.registry.Registry.as;
import static org.carbonmarket.registry.Registry.tonnes;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.registry.DeliveryEvent;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryCompleted;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryLocked;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryRejected;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryUndone;
import org.carbonmarket.events.settlement.DeliveryRequestEvent.DeliveryRequested;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.testing.MarketInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class DeliveriesTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void aTradesAllowancesAreLockedThenDelivered() {
        prepare("DLV-1", "DLVA", 1_000);
        Registry.openActive("DLV-2");
        DeliveryRequested trade = SettlementSide.trade("DLV-1", "DLV-2", "DLVA", 300);

        SettlementSide.publish(List.of(trade));
        awaitAnswers(trade, DeliveryLocked.class);
        assertThat(tonnes("DLV-1", "DLVA", "inTrading")).isEqualTo(700);
        assertThat(tonnes("DLV-1", "DLVA", "delivering")).isEqualTo(300);

        SettlementSide.publish(List.of(SettlementSide.settled(trade)));
        awaitAnswers(trade, DeliveryLocked.class, DeliveryCompleted.class);
        assertThat(tonnes("DLV-1", "DLVA", "delivering")).isZero();
        assertThat(tonnes("DLV-2", "DLVA", "inTrading")).isEqualTo(300);
    }

    @Test
    void doubledRequestsAndOutcomesChangeNothing() {
        prepare("DLV-3", "DLVB", 1_000);
        Registry.openActive("DLV-4");
        DeliveryRequested trade = SettlementSide.trade("DLV-3", "DLV-4", "DLVB", 300);

        SettlementSide.publish(List.of(trade, trade));
        SettlementSide.publishAgain(trade);
        awaitAnswers(trade, DeliveryLocked.class);
        SettlementSide.publish(
                List.of(SettlementSide.settled(trade), SettlementSide.settled(trade)));
        SettlementSide.publishAgain(SettlementSide.settled(trade));
        awaitAnswers(trade, DeliveryLocked.class, DeliveryCompleted.class);
        SettlementSide.publish(List.of(trade));
        DeliveryRequested later = SettlementSide.trade("DLV-3", "DLV-4", "DLVB", 1);
        SettlementSide.publish(List.of(later));
        awaitAnswers(later, DeliveryLocked.class);

        awaitAnswers(trade, DeliveryLocked.class, DeliveryCompleted.class);
        assertThat(tonnes("DLV-4", "DLVB", "inTrading")).isEqualTo(300);
        assertThat(tonnes("DLV-3", "DLVB", "inTrading")).isEqualTo(699);
    }

    @Test
    void aSellerThatIsShortIsRejectedAndTheNextStillServed() {
        prepare("DLV-5", "DLVC", 100);
        Registry.openActive("DLV-6");
        DeliveryRequested first = SettlementSide.trade("DLV-5", "DLV-6", "DLVC", 60);
        DeliveryRequested tooMuch = SettlementSide.trade("DLV-5", "DLV-6", "DLVC", 60);
        DeliveryRequested rest = SettlementSide.trade("DLV-5", "DLV-6", "DLVC", 40);

        SettlementSide.publish(List.of(first, tooMuch, rest));
        awaitAnswers(rest, DeliveryLocked.class);
        awaitAnswers(tooMuch, DeliveryRejected.class);
        awaitAnswers(first, DeliveryLocked.class);
        SettlementSide.publish(List.of(SettlementSide.failed(tooMuch, false)));
        SettlementSide.publish(
                List.of(SettlementSide.settled(first), SettlementSide.settled(rest)));

        awaitAnswers(rest, DeliveryLocked.class, DeliveryCompleted.class);
        assertThat(tonnes("DLV-6", "DLVC", "inTrading")).isEqualTo(100);
    }

    @Test
    void whatIsNotPaidGoesBackToTheSeller() {
        prepare("DLV-7", "DLVD", 100);
        Registry.openActive("DLV-8");
        DeliveryRequested trade = SettlementSide.trade("DLV-7", "DLV-8", "DLVD", 60);

        SettlementSide.publish(List.of(trade));
        awaitAnswers(trade, DeliveryLocked.class);
        SettlementSide.publish(List.of(SettlementSide.failed(trade, true)));

        awaitAnswers(trade, DeliveryLocked.class, DeliveryUndone.class);
        assertThat(tonnes("DLV-7", "DLVD", "inTrading")).isEqualTo(100);
        assertThat(tonnes("DLV-8", "DLVD", "inTrading")).isZero();
    }

    @Test
    void anAccountAtFaultIsRestrictedAndTheOtherSideIsNot() {
        prepare("DLV-21", "DLVK", 100);
        Registry.openActive("DLV-22");
        DeliveryRequested trade = SettlementSide.trade("DLV-21", "DLV-22", "DLVK", 60);
        SettlementSide.publish(List.of(trade));
        awaitAnswers(trade, DeliveryLocked.class);

        SettlementSide.publish(List.of(SettlementSide.failed(trade, true, trade.buyer())));

        awaitAnswers(trade, DeliveryLocked.class, DeliveryUndone.class);
        as(OPERATOR).get("/accounts/DLV-22").then().body("state", equalTo("RESTRICTED"));
        as(OPERATOR).get("/accounts/DLV-21").then().body("state", equalTo("ACTIVE"));
    }

    @Test
    void aVoidedTradeBringsTheAllowancesBackWhereTheyCameFrom() {
        prepare("DLV-23", "DLVL", 100);
        Registry.openActive("DLV-24");
        DeliveryRequested trade = SettlementSide.trade("DLV-23", "DLV-24", "DLVL", 60);
        DeliveryRequested reversal = SettlementSide.trade("DLV-24", "DLV-23", "DLVL", 60);
        SettlementSide.publish(List.of(trade, reversal));
        awaitAnswers(trade, DeliveryLocked.class);
        SettlementSide.publish(List.of(SettlementSide.settled(trade)));
        awaitAnswers(reversal, DeliveryLocked.class);

        SettlementSide.publish(List.of(SettlementSide.reversed(reversal, trade)));

        awaitAnswers(reversal, DeliveryLocked.class, DeliveryCompleted.class);
        assertThat(tonnes("DLV-23", "DLVL", "inTrading")).isEqualTo(100);
        assertThat(tonnes("DLV-24", "DLVL", "inTrading")).isZero();
    }

    @Test
    void unknownAccountsAndProductsAreRejectedByName() {
        prepare("DLV-9", "DLVE", 100);
        Registry.openActive("DLV-10");
        DeliveryRequested noBuyer = SettlementSide.trade("DLV-9", "NOBODY", "DLVE", 1);
        DeliveryRequested noSeller = SettlementSide.trade("NOBODY", "DLV-9", "DLVE", 1);
        DeliveryRequested noProduct = SettlementSide.trade("DLV-9", "DLV-10", "NOTHING", 1);
        DeliveryRequested nothing = SettlementSide.trade("DLV-9", "DLV-10", "DLVE", 0);

        SettlementSide.publish(List.of(noBuyer, noSeller, noProduct, nothing));

        awaitAnswers(nothing, DeliveryRejected.class);
        assertThat(causeOf(noBuyer)).isEqualTo("ACCOUNT_UNKNOWN");
        assertThat(causeOf(noSeller)).isEqualTo("ACCOUNT_UNKNOWN");
        assertThat(causeOf(noProduct)).isEqualTo("PRODUCT_UNKNOWN");
        assertThat(causeOf(nothing)).isEqualTo("TONNES_NOT_POSITIVE");
        assertThat(tonnes("DLV-9", "DLVE", "inTrading")).isEqualTo(100);
    }

    @Test
    void aSaleOfAllowancesStillOnTheirWayWaitsForThem() {
        prepare("DLV-11", "DLVF", 100);
        Registry.openActive("DLV-12");
        Registry.openActive("DLV-13");
        DeliveryRequested purchase = SettlementSide.trade("DLV-11", "DLV-12", "DLVF", 100);
        DeliveryRequested sale = SettlementSide.trade("DLV-12", "DLV-13", "DLVF", 80);
        DeliveryRequested marker = SettlementSide.trade("DLV-11", "DLV-12", "DLVF", 1);

        SettlementSide.publish(List.of(purchase, sale, marker));
        awaitAnswers(marker, DeliveryRejected.class);
        assertThat(answersTo(sale)).isEmpty();
        as(OPERATOR)
                .post("/accounts/DLV-13/closing")
                .then()
                .statusCode(409)
                .body("code", equalTo("DELIVERY_PENDING"));
        SettlementSide.publish(List.of(SettlementSide.settled(purchase)));

        awaitAnswers(sale, DeliveryLocked.class);
        assertThat(tonnes("DLV-12", "DLVF", "inTrading")).isEqualTo(20);
        assertThat(tonnes("DLV-12", "DLVF", "delivering")).isEqualTo(80);
    }

    /** Also the measure of the bulk path: the rate is printed. */
    @Test
    void thousandsOfDeliveriesGoThroughInBulk() {
        int count = 10_000;
        Registry.recordAllowance("DLVG");
        for (int i = 0; i < 10; i++) {
            Registry.openActive("BULK-" + i);
            Registry.allocate("BULK-" + i, "DLVG", 1_000_000);
            Registry.entrust("BULK-" + i, "DLVG", 1_000_000).statusCode(201);
        }
        List<DeliveryRequested> trades = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            trades.add(SettlementSide.trade("BULK-" + i % 10, "BULK-" + (i + 3) % 10, "DLVG", 10));
        }

        long start = System.nanoTime();
        SettlementSide.publish(trades);
        awaitCount(DeliveryLocked.class, "BULK-", count);
        long locked = System.nanoTime();
        SettlementSide.publish(trades.stream().map(SettlementSide::settled).toList());
        awaitCount(DeliveryCompleted.class, "BULK-", count);
        long done = System.nanoTime();

        System.out.printf(
                "deliveries: %d locks in %d ms, %d completions in %d ms%n",
                count, (locked - start) / 1_000_000, count, (done - locked) / 1_000_000);
        for (int i = 0; i < 10; i++) {
            assertThat(tonnes("BULK-" + i, "DLVG", "inTrading")).isEqualTo(1_000_000);
            assertThat(tonnes("BULK-" + i, "DLVG", "delivering")).isZero();
        }
    }

    private static void prepare(String account, String product, long tonnes) {
        Registry.openActive(account);
        Registry.recordAllowance(product);
        Registry.allocate(account, product, tonnes);
        Registry.entrust(account, product, tonnes).statusCode(201);
    }

    private static List<DeliveryEvent> answersTo(DeliveryRequested trade) {
        TradeId number = trade.trade();
        return SettlementSide.read(Topic.REGISTRY_DELIVERIES).stream()
                .map(DeliveryEvent.class::cast)
                .filter(event -> event.trade().equals(number))
                .toList();
    }

    private static void awaitAnswers(DeliveryRequested trade, Class<?>... kinds) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() ->
                        assertThat(answersTo(trade))
                                .extracting(Object::getClass)
                                .isEqualTo(List.of(kinds)));
    }

    private static String causeOf(DeliveryRequested trade) {
        return ((DeliveryRejected) answersTo(trade).getFirst()).cause();
    }

    private static void awaitCount(Class<? extends DeliveryEvent> kind, String sellers, int count) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() ->
                        SettlementSide.read(Topic.REGISTRY_DELIVERIES).stream()
                                        .filter(kind::isInstance)
                                        .filter(each -> isOf(each, sellers))
                                        .count()
                                == count);
    }

    private static boolean isOf(Object event, String sellers) {
        return switch ((DeliveryEvent) event) {
            case DeliveryLocked locked -> locked.seller().value().startsWith(sellers);
            case DeliveryCompleted completed -> completed.seller().value().startsWith(sellers);
            case DeliveryUndone undone -> undone.seller().value().startsWith(sellers);
            case DeliveryRejected _ -> false;
        };
    }
}
