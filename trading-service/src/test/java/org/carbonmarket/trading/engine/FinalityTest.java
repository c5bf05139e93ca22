package org.carbonmarket.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.trading.engine.Scenario.ANNA;
import static org.carbonmarket.trading.engine.Scenario.AT;
import static org.carbonmarket.trading.engine.Scenario.BO;
import static org.carbonmarket.trading.engine.Scenario.CEA;
import static org.carbonmarket.trading.engine.Scenario.CHEN;
import static org.carbonmarket.trading.engine.Scenario.FRIDAY;
import static org.carbonmarket.trading.engine.Scenario.MONDAY;
import static org.carbonmarket.trading.engine.Scenario.codeOf;

import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.OrderEvent.CancelReason;
import org.carbonmarket.events.trading.OrderEvent.OrderCancelled;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.Side;
import org.junit.jupiter.api.Test;

class FinalityTest {

    private final Scenario market = Scenario.openMarket();

    @Test
    void aTradeIsFinalOnce() {
        trade(100);
        market.settle(1);
        market.settle(1);
        market.undo(1);

        assertThat(market.moneyOf(ANNA)).isEqualTo("1004800.00/0.00");
        assertThat(market.positionOf(ANNA).unsettled()).isEqualTo(Money.ZERO);
        assertThat(market.tonnesOf(BO)).isEqualTo("10000/0/100");
    }

    @Test
    void anUndoneTradeGivesBackOnBothSides() {
        trade(100);
        market.undo(1);

        for (AccountId account : List.of(ANNA, BO)) {
            assertThat(market.moneyOf(account)).isEqualTo("1000000.00/0.00");
            assertThat(market.tonnesOf(account)).isEqualTo("10000/0/0");
            assertThat(market.positionOf(account).unsettled()).isEqualTo(Money.ZERO);
        }
    }

    @Test
    void anUndoneTradeGivesTheFeesBackToo() {
        market.rules(1_000, 99_999, 1_000, "10.00", 1_000_000);
        market.nextDay(FRIDAY, MONDAY);
        trade(100);
        assertThat(market.moneyOf(ANNA)).isEqualTo("1004790.00/0.00");
        market.undo(1);

        assertThat(market.moneyOf(ANNA)).isEqualTo("1000000.00/0.00");
        assertThat(market.moneyOf(BO)).isEqualTo("1000000.00/0.00");
    }

    @Test
    void anUndoneTradeTakesTheSellersOpenBuysBeforeItMakesADebt() {
        market.releaseFunds(ANNA, "1000000.00");
        trade(100);
        OrderId buy = market.rests(ANNA, Side.BUY, "48.00", 100);

        assertThat(market.undo(1))
                .containsExactly(
                        new OrderCancelled(
                                null,
                                buy,
                                ANNA,
                                Tonnes.of(100),
                                CancelReason.ACCOUNT_RESTRICTED,
                                AT));
        assertThat(market.moneyOf(ANNA)).isEqualTo("0.00/0.00");
        assertThat(market.positionOf(ANNA).mayTrade()).isTrue();
    }

    @Test
    void whatTheSellerOfAnUndoneTradeHasSpentIsOwedAndStopsItFromTrading() {
        market.releaseFunds(ANNA, "1000000.00");
        trade(100);
        market.sell(CHEN, "48.00", 60);
        market.buy(ANNA, "48.00", 60);
        market.undo(1);

        assertThat(market.positionOf(ANNA).owed()).isEqualTo(Money.ofYuan("2880.00"));
        assertThat(market.moneyOf(ANNA)).isEqualTo("0.00/0.00");
        assertThat(codeOf(market.sell(ANNA, "48.00", 1)))
                .isEqualTo(RejectionCode.ACCOUNT_NOT_ACTIVE);
        market.creditFunds(ANNA, "2880.01");
        assertThat(market.positionOf(ANNA).owed()).isEqualTo(Money.ZERO);
        assertThat(market.moneyOf(ANNA)).isEqualTo("0.01/0.00");
        assertThat(market.sell(ANNA, "48.00", 1).getLast()).isInstanceOf(OrderPlaced.class);
    }

    @Test
    void aFailedPurchaseOutOfFailedProceedsPaysTheDebt() {
        market.releaseFunds(ANNA, "1000000.00");
        trade(100);
        market.sell(CHEN, "48.00", 60);
        market.buy(ANNA, "48.00", 60);
        market.undo(1);
        market.undo(2);

        assertThat(market.positionOf(ANNA).owed()).isEqualTo(Money.ZERO);
        assertThat(market.tonnesOf(ANNA)).isEqualTo("10000/0/0");
        assertThat(market.moneyOf(CHEN)).isEqualTo("1000000.00/0.00");
    }

    @Test
    void anUndonePurchaseComesOutOfTodaysThenOutOfTheSellable() {
        trade(100);
        market.nextDay(FRIDAY, MONDAY);
        trade(30);
        market.undo(1);

        assertThat(market.tonnesOf(BO)).isEqualTo("10030/0/0");
    }

    @Test
    void anUndonePurchaseThatHasLeftIsOwed() {
        trade(100);
        market.nextDay(FRIDAY, MONDAY);
        market.releaseAllowances(BO, 10_060);
        market.undo(1);

        assertThat(market.positionOf(BO).products().getFirst().owed()).isEqualTo(Tonnes.of(60));
        assertThat(market.positionOf(BO).mayTrade()).isFalse();
        market.creditAllowances(BO, CEA, 61);
        assertThat(market.tonnesOf(BO)).isEqualTo("1/0/0");
        assertThat(market.positionOf(BO).mayTrade()).isTrue();
    }

    private void trade(long tonnes) {
        market.sell(ANNA, "48.00", tonnes);
        market.buy(BO, "48.00", tonnes);
    }
}
