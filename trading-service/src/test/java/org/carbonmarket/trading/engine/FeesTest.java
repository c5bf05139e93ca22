package org.carbonmarket.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.trading.engine.Scenario.ANNA;
import static org.carbonmarket.trading.engine.Scenario.BO;
import static org.carbonmarket.trading.engine.Scenario.CHEN;
import static org.carbonmarket.trading.engine.Scenario.CN;
import static org.carbonmarket.trading.engine.Scenario.FRIDAY;
import static org.carbonmarket.trading.engine.Scenario.MONDAY;

import java.util.List;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.junit.jupiter.api.Test;

class FeesTest {

    private final Scenario market = Scenario.openMarket();

    @Test
    void feesAreReckonedPerOrderOnItsCumulativeAmount() {
        market.rules(1_000, 99_999, 600, "0.00", 1_000_000);
        market.nextDay(FRIDAY, MONDAY);
        market.sell(ANNA, "48.00", 1);
        market.sell(CHEN, "48.00", 1);

        // 0.06 % of 48.00 is 2.88 fen, of 96.00 5.76 fen: 3, then 3 more, never 2 x 2.88.
        assertThat(fees(market.buy(BO, "48.00", 2))).containsExactly("0.03/0.03", "0.03/0.03");
        assertThat(market.moneyOf(BO)).isEqualTo("999903.94/0.00");
    }

    @Test
    void theSmallestFeeIsTakenOncePerOrder() {
        market.rules(1_000, 99_999, 0, "5.00", 1_000_000);
        market.nextDay(FRIDAY, MONDAY);
        market.sell(ANNA, "48.00", 1);
        market.sell(CHEN, "48.00", 1);

        assertThat(fees(market.buy(BO, "48.00", 2))).containsExactly("5.00/5.00", "0.00/5.00");
    }

    @Test
    void theSellersFeeNeverPassesTheProceeds() {
        market.rules(1_000, 99_999, 0, "60.00", 1_000_000);
        market.nextDay(FRIDAY, MONDAY);
        market.sell(ANNA, "48.00", 2);

        assertThat(fees(market.buy(BO, "48.00", 1))).containsExactly("60.00/48.00");
        assertThat(fees(market.buy(CHEN, "48.00", 1))).containsExactly("60.00/12.00");
        assertThat(market.moneyOf(ANNA)).isEqualTo("1000036.00/0.00");
    }

    @Test
    void aBuyReservesItsFeeAndABetterPriceFreesTheDifferenceAtOnce() {
        market.rules(1_000, 99_999, 1_000, "1.00", 1_000_000);
        market.nextDay(FRIDAY, MONDAY);
        market.buy(BO, "50.00", 1_000);
        assertThat(market.moneyOf(BO)).isEqualTo("949950.00/50050.00");
        market.cancel(BO, new OrderId(CN, market.lastPosition()));
        assertThat(market.moneyOf(BO)).isEqualTo("1000000.00/0.00");
        market.sell(ANNA, "48.00", 400);
        market.buy(BO, "50.00", 1_000);

        // Paid 19,200.00 + 19.20; reserved 30,000.00 and the fee on it, 30.00.
        assertThat(market.moneyOf(BO)).isEqualTo("950750.80/30030.00");
    }

    private static List<String> fees(List<PublishedEvent> events) {
        return events.stream()
                .filter(ExecutionRecorded.class::isInstance)
                .map(ExecutionRecorded.class::cast)
                .map(execution -> execution.buyerFee() + "/" + execution.sellerFee())
                .toList();
    }
}
