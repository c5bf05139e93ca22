package org.carbonmarket.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.trading.engine.Scenario.ANNA;
import static org.carbonmarket.trading.engine.Scenario.AT;
import static org.carbonmarket.trading.engine.Scenario.BO;
import static org.carbonmarket.trading.engine.Scenario.CEA;
import static org.carbonmarket.trading.engine.Scenario.CHEN;
import static org.carbonmarket.trading.engine.Scenario.FRIDAY;
import static org.carbonmarket.trading.engine.Scenario.MONDAY;
import static org.carbonmarket.trading.engine.Scenario.TUESDAY;
import static org.carbonmarket.trading.engine.Scenario.codeOf;
import static org.carbonmarket.trading.engine.Scenario.keyed;

import java.util.List;
import org.carbonmarket.events.marketlog.MarketCommand.PlaceOrder;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.OrderEvent.OrderRejected;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TimeInForce;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private final Scenario market = Scenario.openMarket();

    @Test
    void anIdempotencyKeyRepeatedGivesTheFirstAnswerAgainAndDoesNothing() {
        PlaceOrder order = market.order(ANNA, Side.SELL, "48.00", 100);
        OrderPlaced first = (OrderPlaced) market.send(keyed(order, "a", "key", "d1")).getLast();
        market.buy(BO, "48.00", 100);
        String before = market.moneyOf(ANNA) + market.tonnesOf(ANNA);

        List<PublishedEvent> again = market.send(keyed(order, "b", "key", "d1"));

        assertThat(again)
                .containsExactly(
                        new OrderPlaced(
                                "b",
                                first.order(),
                                ANNA,
                                FRIDAY,
                                CEA,
                                Side.SELL,
                                Price.ofYuan("48.00"),
                                Tonnes.of(100),
                                TimeInForce.DAY,
                                Tonnes.ZERO,
                                first.filledAmount(),
                                Tonnes.of(100),
                                first.state(),
                                true,
                                AT));
        assertThat(market.moneyOf(ANNA) + market.tonnesOf(ANNA)).isEqualTo(before);
    }

    @Test
    void aRefusalIsRepeatedForItsKeyEvenWhenTheOrderWouldPassNow() {
        PlaceOrder order = market.order(ANNA, Side.SELL, "48.00", 10_001);
        OrderRejected first = (OrderRejected) market.send(keyed(order, "a", "key", "d")).getLast();
        market.creditAllowances(ANNA, CEA, 1);

        OrderRejected again = (OrderRejected) market.send(keyed(order, "b", "key", "d")).getLast();

        assertThat(again.repeated()).isTrue();
        assertThat(again.order()).isEqualTo(first.order());
        assertThat(again.code()).isEqualTo(RejectionCode.ALLOWANCES_INSUFFICIENT);
    }

    @Test
    void anIdempotencyKeyWithAnotherBodyIsRefused() {
        PlaceOrder order = market.order(ANNA, Side.SELL, "48.00", 100);
        market.send(keyed(order, "a", "key", "d1"));

        assertThat(codeOf(market.send(keyed(order, "b", "key", "d2"))))
                .isEqualTo(RejectionCode.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void anIdempotencyKeyIsItsAccountsOwn() {
        market.send(keyed(market.order(ANNA, Side.SELL, "48.00", 100), "a", "key", "d1"));

        assertThat(
                        market.send(
                                        keyed(
                                                market.order(BO, Side.SELL, "48.00", 100),
                                                "b",
                                                "key",
                                                "d2"))
                                .getLast())
                .isInstanceOf(OrderPlaced.class);
    }

    @Test
    void anIdempotencyKeyIsFreeAgainOnTheNextDay() {
        PlaceOrder order = market.order(CHEN, Side.SELL, "48.00", 100);
        market.send(keyed(order, "a", "key", "d1"));
        market.nextDay(FRIDAY, MONDAY);

        OrderPlaced second = (OrderPlaced) market.send(keyed(order, "b", "key", "d2")).getLast();

        assertThat(second.repeated()).isFalse();
        market.nextDay(MONDAY, TUESDAY);
    }
}
