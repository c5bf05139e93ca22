package org.carbonmarket.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.trading.engine.Scenario.ANNA;
import static org.carbonmarket.trading.engine.Scenario.AT;
import static org.carbonmarket.trading.engine.Scenario.BO;
import static org.carbonmarket.trading.engine.Scenario.CEA;
import static org.carbonmarket.trading.engine.Scenario.CHEN;
import static org.carbonmarket.trading.engine.Scenario.CN;
import static org.carbonmarket.trading.engine.Scenario.FRIDAY;
import static org.carbonmarket.trading.engine.Scenario.MONDAY;

import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.events.marketlog.MarketCommand.EnterPhase;
import org.carbonmarket.events.marketlog.MarketCommand.PlaceOrder;
import org.carbonmarket.events.marketlog.MarketCommand.RecordAccount;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.SupervisionEvent.AlertKind;
import org.carbonmarket.events.trading.SupervisionEvent.AlertRaised;
import org.carbonmarket.events.trading.SupervisionEvent.LargePositionReported;
import org.junit.jupiter.api.Test;

/** Alerts with their evidence (market rules, Trading, "Risk control"). */
class SurveillanceTest {

    private final Scenario market = Scenario.openMarket();

    @Test
    void aTradeAmongAccountsUnderOneControlRaisesAnAlertOnceADay() {
        underControl("G1", ANNA, BO);
        market.sell(ANNA, "48.00", 10);

        AlertRaised alert = only(alerts(market.buy(BO, "48.00", 5)));

        assertThat(alert.kind()).isEqualTo(AlertKind.WASH_TRADE);
        assertThat(alert.alert()).isEqualTo(1);
        assertThat(alert.accounts()).containsExactly(ANNA, BO);
        assertThat(alert.evidence())
                .containsExactly("Trade CN-1: ANNA sold 5 t to BO; both are under control G1.");
        assertThat(alerts(market.buy(BO, "48.00", 5))).isEmpty();
    }

    @Test
    void atTheCloseTheSumOfAGroupsOwnTradesIsTold() {
        underControl("G1", ANNA, BO);
        market.sell(ANNA, "48.00", 10);
        market.buy(BO, "48.00", 5);
        market.buy(BO, "48.00", 5);

        AlertRaised alert = only(alerts(market.enter(FRIDAY, Phase.CLOSED)));

        assertThat(alert.evidence().getFirst()).startsWith("2 trades over 10 t");
    }

    @Test
    void unrelatedAccountsTradeWithoutAnAlert() {
        underControl("G1", ANNA);
        underControl("G2", BO);
        market.sell(ANNA, "48.00", 10);

        assertThat(alerts(market.buy(BO, "48.00", 10))).isEmpty();
    }

    @Test
    void everyFifthCancelledLargeOrderOfASideRaisesAnAlert() {
        for (int i = 1; i <= 4; i++) {
            assertThat(alerts(orderedAndCancelled(10_000))).isEmpty();
        }

        AlertRaised alert = only(alerts(orderedAndCancelled(10_000)));

        assertThat(alert.kind()).isEqualTo(AlertKind.LAYERING);
        assertThat(alert.accounts()).containsExactly(ANNA);
        assertThat(alert.evidence().getFirst())
                .startsWith("5 large SELL orders over 50000 t together were cancelled today");
    }

    @Test
    void smallCancelsAreNobodysConcern() {
        for (int i = 0; i < 20; i++) {
            assertThat(alerts(orderedAndCancelled(9_999))).isEmpty();
        }
    }

    @Test
    void aShareOfThirtyPercentOfALargeDayIsTold() {
        for (AccountId seller : List.of(ANNA, CHEN)) {
            market.creditAllowances(seller, CEA, 100_000);
            market.creditFunds(BO, "5000000.00");
            market.sell(seller, "48.00", 50_000);
        }
        market.buy(BO, "48.00", 99_999);
        market.buy(BO, "48.00", 1);

        List<AlertRaised> alerts = alerts(market.enter(FRIDAY, Phase.CLOSED));

        assertThat(alerts).extracting(AlertRaised::kind).containsOnly(AlertKind.CONCENTRATION);
        assertThat(alerts)
                .extracting(alert -> alert.evidence().getFirst())
                .containsExactly(
                        "BO bought 100000 t of the day's 100000 t, 100 %.",
                        "ANNA sold 50000 t of the day's 100000 t, 50 %.",
                        "CHEN sold 50000 t of the day's 100000 t, 50 %.");
    }

    @Test
    void earlyTradesMakeTheCloseAndMarkNothing() {
        market.sell(ANNA, "48.00", 100);
        market.buy(BO, "48.00", 100);
        market.sell(CHEN, "52.00", 100);
        market.buy(BO, "52.00", 100);

        List<AlertRaised> quiet = alerts(close(AT.plusHours(5)));
        assertThat(quiet).isEmpty();
    }

    @Test
    void onlyTheLastFiveMinutesMarkAClose() {
        market.sell(ANNA, "48.00", 100);
        market.buy(BO, "48.00", 100);
        market.sell(CHEN, "52.00", 100);
        market.send(later(BO, "52.00", 100));

        AlertRaised alert = only(alerts(close(AT.plusHours(5))));

        assertThat(alert.kind()).isEqualTo(AlertKind.MARKING_THE_CLOSE);
        assertThat(alert.accounts()).containsExactly(BO, CHEN);
        assertThat(alert.evidence().getFirst()).endsWith("from 48.00 to 50.00.");
    }

    @Test
    void aPositionAtEightyPercentOfItsLimitIsReportedOnceADay() {
        market.rules(1_000, 99_999, 0, "0.00", 12_500);
        market.nextDay(FRIDAY, MONDAY);

        List<PublishedEvent> events = market.creditAllowances(ANNA, CEA, 1);

        LargePositionReported report = (LargePositionReported) events.getLast();
        assertThat(report.account()).isEqualTo(ANNA);
        assertThat(report.tonnes()).isEqualTo(Tonnes.of(10_001));
        assertThat(report.limit()).isEqualTo(Tonnes.of(12_500));
        assertThat(market.creditAllowances(ANNA, CEA, 1))
                .noneMatch(LargePositionReported.class::isInstance);
    }

    @Test
    void alertsAreNumberedAcrossARestart() {
        underControl("G1", ANNA, BO, CHEN);
        market.sell(ANNA, "48.00", 10);
        market.buy(BO, "48.00", 5);
        market.restart();
        market.nextDay(FRIDAY, MONDAY);
        market.sell(ANNA, "48.00", 10);

        assertThat(only(alerts(market.buy(BO, "48.00", 5))).alert()).isEqualTo(2);
    }

    private void underControl(String group, AccountId... accounts) {
        for (AccountId account : accounts) {
            market.send(
                    new RecordAccount(
                            CN, market.fact(), account, 2, AccountState.ACTIVE, group, AT));
        }
    }

    private List<PublishedEvent> orderedAndCancelled(long tonnes) {
        OrderId order = market.rests(ANNA, Side.SELL, "50.00", tonnes);
        return market.cancel(ANNA, order);
    }

    private PlaceOrder later(AccountId buyer, String price, long tonnes) {
        PlaceOrder order = market.order(buyer, Side.BUY, price, tonnes);
        return new PlaceOrder(
                order.market(),
                order.command(),
                order.account(),
                order.product(),
                order.side(),
                order.price(),
                order.quantity(),
                order.timeInForce(),
                null,
                null,
                null,
                AT.plusHours(5).minusMinutes(1));
    }

    private List<PublishedEvent> close(OffsetDateTime at) {
        return market.send(new EnterPhase(CN, FRIDAY, Phase.CLOSED, at));
    }

    private static List<AlertRaised> alerts(List<PublishedEvent> events) {
        return events.stream()
                .filter(AlertRaised.class::isInstance)
                .map(AlertRaised.class::cast)
                .toList();
    }

    private static AlertRaised only(List<AlertRaised> alerts) {
        assertThat(alerts).hasSize(1);
        return alerts.getFirst();
    }
}
