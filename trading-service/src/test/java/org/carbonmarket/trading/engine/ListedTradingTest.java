package org.carbonmarket.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.trading.engine.Scenario.ANNA;
import static org.carbonmarket.trading.engine.Scenario.AT;
import static org.carbonmarket.trading.engine.Scenario.BO;
import static org.carbonmarket.trading.engine.Scenario.CEA;
import static org.carbonmarket.trading.engine.Scenario.CHEN;
import static org.carbonmarket.trading.engine.Scenario.CN;
import static org.carbonmarket.trading.engine.Scenario.FRIDAY;
import static org.carbonmarket.trading.engine.Scenario.codeOf;
import static org.carbonmarket.trading.engine.Scenario.immediate;
import static org.carbonmarket.trading.engine.Scenario.naming;

import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.OrderEvent.CancelReason;
import org.carbonmarket.events.trading.OrderEvent.OrderCancelled;
import org.carbonmarket.events.trading.OrderEvent.OrderFilled;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.OrderEvent.OrderState;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TimeInForce;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.events.trading.TradingMethod;
import org.junit.jupiter.api.Test;

class ListedTradingTest {

    private final Scenario market = Scenario.openMarket();

    @Test
    void anOrderThatMeetsNothingRests() {
        OrderId order = market.nextOrder();

        assertThat(market.sell(ANNA, "48.50", 300))
                .containsExactly(
                        placed(
                                order,
                                ANNA,
                                Side.SELL,
                                "48.50",
                                300,
                                "0.00",
                                300,
                                OrderState.RESTING));
        assertThat(market.tonnesOf(ANNA)).isEqualTo("9700/300/0");
    }

    @Test
    void aTradeIsMadeAtTheRestingPriceAndToldToAll() {
        OrderId resting = market.rests(ANNA, Side.SELL, "48.50", 300);
        OrderId incoming = market.nextOrder();
        TradeId id = new TradeId(CN, 1);
        Price price = Price.ofYuan("48.50");
        Tonnes tonnes = Tonnes.of(100);
        Money amount = Money.ofYuan("4850.00");
        TradingMethod method = TradingMethod.LISTED;
        Money none = Money.ZERO;

        assertThat(market.buy(BO, "49.00", 100))
                .containsExactly(
                        new TradeExecuted(
                                id, FRIDAY, CEA, method, price, tonnes, amount, Side.BUY, AT),
                        new ExecutionRecorded(
                                id, FRIDAY, CEA, method, price, tonnes, amount, BO, ANNA, incoming,
                                resting, none, none, AT),
                        new OrderFilled(resting, ANNA, id, price, tonnes, Tonnes.of(200), AT),
                        placed(
                                incoming,
                                BO,
                                Side.BUY,
                                "49.00",
                                100,
                                "4850.00",
                                0,
                                OrderState.FILLED));
    }

    @Test
    void aTradeMovesAllowancesAndMoneyAtTheRestingPrice() {
        market.sell(ANNA, "48.50", 300);
        market.buy(BO, "49.00", 100);

        assertThat(market.tonnesOf(ANNA)).isEqualTo("9700/200/0");
        assertThat(market.moneyOf(ANNA)).isEqualTo("1004850.00/0.00");
        assertThat(market.tonnesOf(BO)).isEqualTo("10000/0/100");
        assertThat(market.moneyOf(BO)).isEqualTo("995150.00/0.00");
    }

    @Test
    void theBestPriceTradesFirstThenTheEarliestListing() {
        OrderId dear = market.rests(ANNA, Side.SELL, "48.60", 10);
        OrderId early = market.rests(ANNA, Side.SELL, "48.50", 10);
        OrderId late = market.rests(CHEN, Side.SELL, "48.50", 10);

        assertThat(soldBy(market.buy(BO, "48.60", 30))).containsExactly(early, late, dear);
    }

    @Test
    void aPartlyFilledDayOrderRestsWithItsRemainder() {
        market.sell(ANNA, "48.50", 100);
        OrderId order = market.nextOrder();

        assertThat(market.buy(BO, "48.50", 250).getLast())
                .isEqualTo(
                        placed(
                                order,
                                BO,
                                Side.BUY,
                                "48.50",
                                250,
                                "4850.00",
                                150,
                                OrderState.PARTLY_FILLED));
        assertThat(market.moneyOf(BO)).isEqualTo("987875.00/7275.00");
    }

    @Test
    void theRestOfAnImmediateOrderIsCancelled() {
        market.sell(ANNA, "48.50", 100);
        OrderId order = market.nextOrder();

        List<PublishedEvent> events =
                market.send(immediate(market.order(BO, Side.BUY, "49.00", 250)));

        assertThat(events.subList(3, events.size()))
                .containsExactly(
                        new OrderPlaced(
                                "place",
                                order,
                                BO,
                                FRIDAY,
                                CEA,
                                Side.BUY,
                                Price.ofYuan("49.00"),
                                Tonnes.of(250),
                                TimeInForce.IMMEDIATE_OR_CANCEL,
                                Tonnes.of(100),
                                Money.ofYuan("4850.00"),
                                Tonnes.of(150),
                                OrderState.CANCELLED,
                                false,
                                AT),
                        new OrderCancelled(
                                null,
                                order,
                                BO,
                                Tonnes.of(150),
                                CancelReason.IMMEDIATE_OR_CANCEL,
                                AT));
        assertThat(market.moneyOf(BO)).isEqualTo("995150.00/0.00");
    }

    @Test
    void aTakerMayNameAListingAtTheBestPrice() {
        OrderId early = market.rests(ANNA, Side.SELL, "48.50", 10);
        OrderId late = market.rests(CHEN, Side.SELL, "48.50", 10);

        List<PublishedEvent> events =
                market.send(naming(market.order(BO, Side.BUY, "48.50", 15), late));

        assertThat(soldBy(events)).containsExactly(late, early);
    }

    @Test
    void aListingThatIsNotAtTheBestPriceCannotBeNamed() {
        market.sell(ANNA, "48.50", 10);
        OrderId dearer = market.rests(ANNA, Side.SELL, "48.60", 10);
        OrderId bid = market.rests(CHEN, Side.BUY, "48.00", 10);

        for (OrderId listing :
                List.of(dearer, bid, new OrderId(CN, 999), new OrderId(Market.HB, 1))) {
            assertThat(
                            codeOf(
                                    market.send(
                                            naming(
                                                    market.order(BO, Side.BUY, "48.60", 10),
                                                    listing))))
                    .isEqualTo(RejectionCode.LISTING_NOT_AT_BEST_PRICE);
        }
    }

    @Test
    void aListingBeyondTheTakersPriceCannotBeNamed() {
        OrderId listing = market.rests(ANNA, Side.SELL, "48.50", 10);

        assertThat(codeOf(market.send(naming(market.order(BO, Side.BUY, "48.40", 10), listing))))
                .isEqualTo(RejectionCode.LISTING_NOT_AT_BEST_PRICE);
    }

    @Test
    void anOrderThatWouldTradeWithItsOwnAccountIsRefusedWhole() {
        market.sell(BO, "48.50", 10);
        OrderId own = market.rests(ANNA, Side.SELL, "48.50", 10);

        assertThat(codeOf(market.buy(ANNA, "48.50", 11))).isEqualTo(RejectionCode.SELF_TRADE);
        assertThat(codeOf(market.send(naming(market.order(ANNA, Side.BUY, "48.50", 1), own))))
                .isEqualTo(RejectionCode.SELF_TRADE);
        assertThat(market.tonnesOf(ANNA)).isEqualTo("9990/10/0");
    }

    @Test
    void anOwnListingOutOfReachIsNoSelfTrade() {
        market.sell(BO, "48.50", 10);
        market.sell(ANNA, "48.50", 10);

        assertThat(soldBy(market.buy(ANNA, "48.50", 10))).hasSize(1);
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
