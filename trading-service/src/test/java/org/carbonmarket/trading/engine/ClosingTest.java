package org.carbonmarket.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.trading.engine.Scenario.ANNA;
import static org.carbonmarket.trading.engine.Scenario.AT;
import static org.carbonmarket.trading.engine.Scenario.BO;
import static org.carbonmarket.trading.engine.Scenario.CEA;
import static org.carbonmarket.trading.engine.Scenario.CN;
import static org.carbonmarket.trading.engine.Scenario.FRIDAY;
import static org.carbonmarket.trading.engine.Scenario.MONDAY;

import java.util.List;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.OrderEvent.CancelReason;
import org.carbonmarket.events.trading.OrderEvent.OrderCancelled;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.PositionEvent.PositionStated;
import org.carbonmarket.events.trading.PositionEvent.ProductPosition;
import org.carbonmarket.events.trading.SessionEvent.PhaseEntered;
import org.carbonmarket.events.trading.SessionEvent.ProductDay;
import org.carbonmarket.events.trading.SessionEvent.ProductOpened;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.carbonmarket.events.trading.Side;
import org.junit.jupiter.api.Test;

class ClosingTest {

    @Test
    void unfilledOrdersEndAtTheCloseAndTheirValueIsFree() {
        Scenario market = Scenario.openMarket();
        OrderId sell = market.rests(ANNA, Side.SELL, "49.00", 100);
        OrderId buy = market.rests(BO, Side.BUY, "47.00", 100);

        List<PublishedEvent> events = market.enter(FRIDAY, Phase.CLOSED);

        assertThat(events.subList(0, 3))
                .containsExactly(
                        new OrderCancelled(
                                null, sell, ANNA, Tonnes.of(100), CancelReason.CLOSE_OF_DAY, AT),
                        new OrderCancelled(
                                null, buy, BO, Tonnes.of(100), CancelReason.CLOSE_OF_DAY, AT),
                        new PhaseEntered(CN, FRIDAY, Phase.CLOSED, AT));
        assertThat(market.tonnesOf(ANNA)).isEqualTo("10000/0/0");
        assertThat(market.moneyOf(BO)).isEqualTo("1000000.00/0.00");
    }

    @Test
    void theCloseIsTheAverageOfTheDaysTradesHalfUpAndTheNextDaysReference() {
        Scenario market = Scenario.openMarket();
        trade(market, "48.10", 3);
        trade(market, "48.50", 1);
        trade(market, "48.01", 4);

        TradingDayClosed closed = (TradingDayClosed) market.enter(FRIDAY, Phase.CLOSED).getLast();

        // (3 x 48.10 + 48.50 + 4 x 48.01) / 8 = 48.105, half up.
        assertThat(closed.products())
                .containsExactly(
                        new ProductDay(
                                CEA,
                                Price.ofYuan("48.00"),
                                Price.ofYuan("48.10"),
                                Price.ofYuan("48.50"),
                                Price.ofYuan("48.01"),
                                Price.ofYuan("48.11"),
                                3,
                                Tonnes.of(8),
                                Money.ofYuan("384.84"),
                                Tonnes.of(8),
                                Money.ofYuan("384.84"),
                                null,
                                null,
                                null,
                                null));
        assertThat(closed.trades()).isEqualTo(3);
        assertThat(closed.lastTrade()).isEqualTo(3);
        assertThat(closed.positionsDigest()).matches("[0-9a-f]{64}");
        market.clear(FRIDAY);
        assertThat(market.enter(MONDAY, Phase.PRE_OPEN).getLast())
                .isEqualTo(
                        new ProductOpened(
                                CN,
                                MONDAY,
                                CEA,
                                Price.ofYuan("48.11"),
                                Price.ofYuan("43.30"),
                                Price.ofYuan("52.92"),
                                AT));
    }

    @Test
    void aDayWithoutTradesKeepsThePreviousClose() {
        Scenario market = Scenario.openMarket();

        TradingDayClosed closed = (TradingDayClosed) market.enter(FRIDAY, Phase.CLOSED).getLast();

        assertThat(closed.products())
                .containsExactly(
                        new ProductDay(
                                CEA,
                                Price.ofYuan("48.00"),
                                Price.ofYuan("48.00"),
                                null,
                                null,
                                Price.ofYuan("48.00"),
                                0,
                                Tonnes.ZERO,
                                Money.ZERO,
                                Tonnes.ZERO,
                                Money.ZERO,
                                null,
                                null,
                                null,
                                null));
    }

    @Test
    void theCloseStatesThePositionsThatChanged() {
        Scenario market = Scenario.openMarket();
        market.nextDay(FRIDAY, MONDAY);
        trade(market, "48.00", 100);

        assertThat(market.enter(MONDAY, Phase.CLOSED))
                .filteredOn(PositionStated.class::isInstance)
                .containsExactly(
                        new PositionStated(
                                CN,
                                MONDAY,
                                ANNA,
                                Money.ofYuan("1004800.00"),
                                Money.ofYuan("4800.00"),
                                List.of(new ProductPosition(CEA, Tonnes.of(9_900), Tonnes.ZERO)),
                                AT),
                        new PositionStated(
                                CN,
                                MONDAY,
                                BO,
                                Money.ofYuan("995200.00"),
                                Money.ZERO,
                                List.of(
                                        new ProductPosition(
                                                CEA, Tonnes.of(10_100), Tonnes.of(100))),
                                AT));
    }

    private static void trade(Scenario market, String price, long tonnes) {
        market.sell(ANNA, price, tonnes);
        market.buy(BO, price, tonnes);
    }
}
