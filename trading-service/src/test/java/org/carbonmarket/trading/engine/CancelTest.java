package org.carbonmarket.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.trading.engine.Scenario.ANNA;
import static org.carbonmarket.trading.engine.Scenario.AT;
import static org.carbonmarket.trading.engine.Scenario.BO;
import static org.carbonmarket.trading.engine.Scenario.CEA;
import static org.carbonmarket.trading.engine.Scenario.CN;

import java.util.List;
import org.carbonmarket.events.marketlog.MarketCommand.CancelAllOrders;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.OrderEvent.AllOrdersCancelled;
import org.carbonmarket.events.trading.OrderEvent.CancelReason;
import org.carbonmarket.events.trading.OrderEvent.CancelRejected;
import org.carbonmarket.events.trading.OrderEvent.OrderCancelled;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.Side;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CancelTest {

    private final Scenario market = Scenario.openMarket();

    @Test
    void anOpenOrderCanBeCancelledByItsAccount() {
        OrderId order = market.rests(ANNA, Side.BUY, "48.00", 100);

        assertThat(market.cancel(ANNA, order))
                .containsExactly(
                        new OrderCancelled(
                                "cancel", order, ANNA, Tonnes.of(100), CancelReason.REQUESTED, AT));
        assertThat(market.moneyOf(ANNA)).isEqualTo("1000000.00/0.00");
        assertThat(market.sell(BO, "48.00", 1)).hasSize(1);
    }

    @Test
    void anotherAccountsOrderCannotBeCancelled() {
        OrderId order = market.rests(ANNA, Side.BUY, "48.00", 100);

        assertThat(market.cancel(BO, order))
                .singleElement()
                .isInstanceOfSatisfying(
                        CancelRejected.class,
                        no -> assertThat(no.code()).isEqualTo(RejectionCode.ORDER_NOT_OPEN));
    }

    @Test
    void anOrderThatIsFilledOrCancelledOrOfAnotherMarketCannotBeCancelled() {
        OrderId filled = market.rests(ANNA, Side.SELL, "48.00", 1);
        market.buy(BO, "48.00", 1);
        OrderId cancelled = market.rests(ANNA, Side.SELL, "48.00", 1);
        market.cancel(ANNA, cancelled);
        OrderId open = market.rests(ANNA, Side.SELL, "48.00", 1);

        for (OrderId order : List.of(filled, cancelled, new OrderId(Market.GD, open.position()))) {
            assertThat(market.cancel(ANNA, order))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            CancelRejected.class,
                            no -> {
                                assertThat(no.code()).isEqualTo(RejectionCode.ORDER_NOT_OPEN);
                                assertThat(no.market()).isEqualTo(CN);
                            });
        }
    }

    @Test
    void allOrdersOfAnAccountAreCancelledAtItsRequest() {
        OrderId buy = market.rests(ANNA, Side.BUY, "48.00", 100);
        OrderId sell = market.rests(ANNA, Side.SELL, "49.00", 50);
        OrderId others = market.rests(BO, Side.SELL, "49.00", 10);

        List<PublishedEvent> events = cancelAll(ANNA, null);

        assertThat(events)
                .containsExactly(
                        allCancelled(buy, 100),
                        allCancelled(sell, 50),
                        new AllOrdersCancelled(
                                "all", new OrderId(CN, market.lastPosition()), ANNA, 2, AT));
        assertThat(market.moneyOf(ANNA)).isEqualTo("1000000.00/0.00");
        assertThat(market.tonnesOf(ANNA)).isEqualTo("10000/0/0");
        assertThat(market.cancel(BO, others)).hasSize(1);
    }

    @Test
    void allOrdersOfOneProductAreCancelledWhenItIsNamed() {
        market.rests(ANNA, Side.BUY, "48.00", 100);

        assertThat(cancelAll(ANNA, ProductCode.of("CEA21"))).hasSize(1);
        assertThat(cancelAll(ANNA, CEA)).hasSize(2);
        assertThat(cancelAll(ANNA, CEA)).hasSize(1);
        assertThat(cancelAll(AccountId.of("NOBODY"), null)).hasSize(1);
    }

    private List<PublishedEvent> cancelAll(AccountId account, @Nullable ProductCode product) {
        return market.send(new CancelAllOrders(CN, "all", account, product, AT));
    }

    private static OrderCancelled allCancelled(OrderId order, long tonnes) {
        return new OrderCancelled(
                null, order, ANNA, Tonnes.of(tonnes), CancelReason.ALL_CANCELLED, AT);
    }
}
