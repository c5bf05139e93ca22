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

import java.util.List;
import org.carbonmarket.events.marketlog.MarketCommand.ReplaceOrder;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.OrderEvent.OrderReplaced;
import org.carbonmarket.events.trading.OrderEvent.OrderState;
import org.carbonmarket.events.trading.OrderEvent.ReplaceRejected;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.Side;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Market rules, Trading, "Listed": an open order is given new terms. */
class ReplaceTest {

    private final Scenario market = Scenario.openMarket();

    @Test
    void aSmallerQuantityKeepsThePlaceInTime() {
        OrderId first = market.rests(ANNA, Side.SELL, "48.50", 100);
        OrderId second = market.rests(CHEN, Side.SELL, "48.50", 100);

        assertThat(replace(ANNA, first, null, 60L))
                .containsExactly(
                        new OrderReplaced(
                                "replace",
                                first,
                                ANNA,
                                Price.ofYuan("48.50"),
                                Tonnes.of(60),
                                Tonnes.ZERO,
                                Money.ZERO,
                                Tonnes.of(60),
                                OrderState.RESTING,
                                true,
                                AT));
        assertThat(market.tonnesOf(ANNA)).isEqualTo("9940/60/0");
        assertThat(sellersOf(market.buy(BO, "48.50", 70))).containsExactly(first, second);
    }

    @Test
    void aLargerQuantityLosesThePlaceInTime() {
        OrderId first = market.rests(ANNA, Side.SELL, "48.50", 100);
        OrderId second = market.rests(CHEN, Side.SELL, "48.50", 100);

        OrderReplaced replaced = replaced(replace(ANNA, first, null, 101L));

        assertThat(replaced.keptPlace()).isFalse();
        assertThat(sellersOf(market.buy(BO, "48.50", 110))).containsExactly(second, first);
    }

    @Test
    void anotherPriceLosesThePlaceInTimeEvenWhenItComesBack() {
        OrderId first = market.rests(ANNA, Side.SELL, "48.50", 100);
        OrderId second = market.rests(CHEN, Side.SELL, "48.50", 100);
        replace(ANNA, first, "48.60", null);
        replace(ANNA, first, "48.50", null);

        assertThat(sellersOf(market.buy(BO, "48.50", 110))).containsExactly(second, first);
    }

    @Test
    void timePriorityAfterReplacementsOutlivesARestart() {
        OrderId first = market.rests(ANNA, Side.SELL, "48.50", 100);
        OrderId second = market.rests(CHEN, Side.SELL, "48.50", 100);
        replace(ANNA, first, null, 120L);
        byte[] snapshot = market.engine().snapshot();
        market.restart();

        assertThat(market.engine().snapshot()).isEqualTo(snapshot);
        assertThat(sellersOf(market.buy(BO, "48.50", 110))).containsExactly(second, first);
    }

    @Test
    void aReplacementThatCrossesTradesAtTheRestingPrice() {
        market.rests(ANNA, Side.SELL, "48.50", 60);
        OrderId order = market.rests(BO, Side.BUY, "48.00", 100);

        List<PublishedEvent> events = replace(BO, order, "48.70", 110L);

        ExecutionRecorded execution = (ExecutionRecorded) events.get(1);
        assertThat(execution.price()).isEqualTo(Price.ofYuan("48.50"));
        assertThat(execution.buyOrder()).isEqualTo(order);
        OrderReplaced replaced = replaced(events);
        assertThat(replaced.filled()).isEqualTo(Tonnes.of(60));
        assertThat(replaced.filledAmount()).isEqualTo(Money.ofYuan("2910.00"));
        assertThat(replaced.remaining()).isEqualTo(Tonnes.of(50));
        assertThat(replaced.state()).isEqualTo(OrderState.PARTLY_FILLED);
        assertThat(market.moneyOf(BO)).isEqualTo("994655.00/2435.00");
    }

    @Test
    void aReplacementMayFillTheOrder() {
        market.rests(ANNA, Side.SELL, "48.50", 100);
        OrderId order = market.rests(BO, Side.BUY, "48.00", 100);

        assertThat(replaced(replace(BO, order, "48.50", null)).state())
                .isEqualTo(OrderState.FILLED);
        assertThat(codeOf(replace(BO, order, "48.00", null)))
                .isEqualTo(RejectionCode.ORDER_NOT_OPEN);
        assertThat(market.moneyOf(BO)).isEqualTo("995150.00/0.00");
    }

    @Test
    void theNewQuantityIsInAllWithWhatHasTraded() {
        OrderId order = market.rests(ANNA, Side.SELL, "48.50", 100);
        market.buy(BO, "48.50", 40);

        assertThat(codeOf(replace(ANNA, order, null, 40L)))
                .isEqualTo(RejectionCode.REPLACEMENT_IMPOSSIBLE);
        OrderReplaced replaced = replaced(replace(ANNA, order, null, 41L));
        assertThat(replaced.remaining()).isEqualTo(Tonnes.of(1));
        assertThat(replaced.state()).isEqualTo(OrderState.PARTLY_FILLED);
        assertThat(replaced.keptPlace()).isTrue();
    }

    @Test
    void aReplacementThatLeavesEverythingAsItIsIsImpossible() {
        OrderId order = market.rests(ANNA, Side.SELL, "48.50", 100);

        assertThat(codeOf(replace(ANNA, order, null, null)))
                .isEqualTo(RejectionCode.REPLACEMENT_IMPOSSIBLE);
        assertThat(codeOf(replace(ANNA, order, "48.50", 100L)))
                .isEqualTo(RejectionCode.REPLACEMENT_IMPOSSIBLE);
    }

    @Test
    void onlyOnesOwnOpenOrderIsReplaced() {
        OrderId order = market.rests(ANNA, Side.SELL, "48.50", 100);

        for (OrderId other :
                List.of(new OrderId(CN, 9_999), new OrderId(Market.GD, order.position()))) {
            assertThat(codeOf(replace(ANNA, other, null, 1L)))
                    .isEqualTo(RejectionCode.ORDER_NOT_OPEN);
        }
        assertThat(codeOf(replace(BO, order, null, 1L))).isEqualTo(RejectionCode.ORDER_NOT_OPEN);
    }

    @Test
    void theNewTermsAreHeldToTheRulesOfOrders() {
        OrderId sell = market.rests(ANNA, Side.SELL, "48.50", 9_000);
        OrderId buy = market.rests(ANNA, Side.BUY, "48.00", 20_000);

        assertThat(codeOf(replace(ANNA, sell, "52.81", null)))
                .isEqualTo(RejectionCode.PRICE_OUTSIDE_LIMITS);
        assertThat(codeOf(replace(ANNA, sell, null, 100_000L)))
                .isEqualTo(RejectionCode.QUANTITY_OUT_OF_RANGE);
        assertThat(codeOf(replace(ANNA, sell, null, 10_001L)))
                .isEqualTo(RejectionCode.ALLOWANCES_INSUFFICIENT);
        assertThat(codeOf(replace(ANNA, buy, null, 20_834L)))
                .isEqualTo(RejectionCode.FUNDS_INSUFFICIENT);
        assertThat(codeOf(replace(ANNA, buy, "48.50", null))).isEqualTo(RejectionCode.SELF_TRADE);
        assertThat(market.tonnesOf(ANNA)).isEqualTo("1000/9000/0");
        assertThat(replaced(replace(ANNA, sell, null, 10_000L)).keptPlace()).isFalse();
        assertThat(replaced(replace(ANNA, buy, null, 20_833L)).keptPlace()).isFalse();
    }

    @Test
    void thePositionLimitHoldsForTheNewQuantity() {
        market.rules(1_000, 99_999, 0, "0.00", 10_100);
        market.nextDay(FRIDAY, MONDAY);
        OrderId order = market.rests(ANNA, Side.BUY, "48.00", 90);

        assertThat(codeOf(replace(ANNA, order, null, 101L)))
                .isEqualTo(RejectionCode.POSITION_LIMIT_EXCEEDED);
        assertThat(replaced(replace(ANNA, order, null, 100L)).remaining())
                .isEqualTo(Tonnes.of(100));
    }

    @Test
    void ordersAreReplacedWhileTheMarketIsOpenOnly() {
        OrderId order = market.rests(ANNA, Side.SELL, "48.50", 100);
        market.halt(CEA);
        assertThat(codeOf(replace(ANNA, order, null, 50L))).isEqualTo(RejectionCode.PRODUCT_HALTED);
        market.resume(CEA);
        market.enter(FRIDAY, Phase.BREAK);
        assertThat(codeOf(replace(ANNA, order, null, 50L)))
                .isEqualTo(RejectionCode.MARKET_NOT_OPEN);
    }

    @Test
    void aReplacedOrderStaysWithinFiveLevels() {
        for (int level = 0; level < 6; level++) {
            market.rests(ANNA, Side.SELL, "48.5" + level, 10);
        }
        OrderId order = market.rests(BO, Side.BUY, "48.00", 100);

        OrderReplaced replaced = replaced(replace(BO, order, "48.59", null));

        assertThat(replaced.filled()).isEqualTo(Tonnes.of(50));
        assertThat(replaced.price()).isEqualTo(Price.ofYuan("48.54"));
    }

    @Test
    void theFeeOfAReplacedOrderIsOnAllItTraded() {
        market.rules(1_000, 99_999, 1_000, "5.00", 1_000_000);
        market.nextDay(FRIDAY, MONDAY);
        OrderId order = market.rests(BO, Side.BUY, "48.00", 100);
        market.sell(ANNA, "48.00", 50);
        assertThat(market.moneyOf(BO)).isEqualTo("995195.00/2400.00");

        replace(BO, order, null, 200L);
        assertThat(market.moneyOf(BO)).isEqualTo("990390.40/7204.60");
        market.sell(ANNA, "48.00", 150);

        assertThat(market.moneyOf(BO)).isEqualTo("990390.40/0.00");
    }

    private List<PublishedEvent> replace(
            AccountId account, OrderId order, @Nullable String price, @Nullable Long quantity) {
        return market.send(
                new ReplaceOrder(
                        CN,
                        "replace",
                        account,
                        order,
                        price == null ? null : Price.ofYuan(price),
                        quantity == null ? null : Tonnes.of(quantity),
                        AT));
    }

    private static OrderReplaced replaced(List<PublishedEvent> events) {
        return (OrderReplaced) events.getLast();
    }

    private static RejectionCode codeOf(List<PublishedEvent> events) {
        assertThat(events).hasSize(1);
        return ((ReplaceRejected) events.getLast()).code();
    }

    private static List<OrderId> sellersOf(List<PublishedEvent> events) {
        return events.stream()
                .filter(ExecutionRecorded.class::isInstance)
                .map(event -> ((ExecutionRecorded) event).sellOrder())
                .toList();
    }
}
