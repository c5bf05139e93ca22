package org.carbonmarket.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.trading.engine.Scenario.ANNA;
import static org.carbonmarket.trading.engine.Scenario.AT;
import static org.carbonmarket.trading.engine.Scenario.BO;
import static org.carbonmarket.trading.engine.Scenario.CEA;
import static org.carbonmarket.trading.engine.Scenario.FRIDAY;

import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.OrderEvent.OrderState;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TimeInForce;
import org.junit.jupiter.api.Test;

class FiveLevelsTest {

    private final Scenario market = Scenario.openMarket();

    @Test
    void anOrderTradesWithinTheBestFiveLevelsOnlyAndItsRestListsAtTheFifth() {
        for (int level = 0; level < 7; level++) {
            market.sell(ANNA, "48.5" + level, 10);
        }
        OrderId order = market.nextOrder();

        List<PublishedEvent> events = market.buy(BO, "49.00", 100);

        assertThat(soldBy(events)).hasSize(5);
        assertThat(events.getLast())
                .isEqualTo(
                        placed(
                                order,
                                BO,
                                Side.BUY,
                                "48.54",
                                100,
                                "2426.00",
                                50,
                                OrderState.PARTLY_FILLED));
        assertThat(market.moneyOf(BO)).isEqualTo("995147.00/2427.00");
        assertThat(market.engine().dirtyQuotes().getFirst().bids().getFirst().price())
                .isEqualTo(Price.ofYuan("48.54"));
    }

    @Test
    void aSellBeyondFiveLevelsListsAtTheFifthBid() {
        for (int level = 0; level < 6; level++) {
            market.buy(ANNA, "47.5" + level, 10);
        }

        OrderPlaced answer = (OrderPlaced) market.sell(BO, "47.00", 80).getLast();

        assertThat(answer.price()).isEqualTo(Price.ofYuan("47.51"));
        assertThat(answer.remaining()).isEqualTo(Tonnes.of(30));
    }

    @Test
    void aRestThatFindsNothingBeyondTheFifthLevelListsAtItsOwnPrice() {
        for (int level = 0; level < 5; level++) {
            market.sell(ANNA, "48.5" + level, 10);
        }

        OrderPlaced answer = (OrderPlaced) market.buy(BO, "49.00", 80).getLast();

        assertThat(answer.price()).isEqualTo(Price.ofYuan("49.00"));
    }

    private static OrderPlaced placed(
            OrderId order,
            AccountId account,
            Side side,
            String price,
            long quantity,
            String amount,
            long remaining,
            OrderState state) {
        return new OrderPlaced(
                "place",
                order,
                account,
                FRIDAY,
                CEA,
                side,
                Price.ofYuan(price),
                Tonnes.of(quantity),
                TimeInForce.DAY,
                Tonnes.of(quantity - remaining),
                Money.ofYuan(amount),
                Tonnes.of(remaining),
                state,
                false,
                AT);
    }

    private static List<OrderId> soldBy(List<PublishedEvent> events) {
        return events.stream()
                .filter(ExecutionRecorded.class::isInstance)
                .map(event -> ((ExecutionRecorded) event).sellOrder())
                .toList();
    }
}
