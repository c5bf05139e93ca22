package org.carbonmarket.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.trading.engine.Scenario.ANNA;
import static org.carbonmarket.trading.engine.Scenario.AT;
import static org.carbonmarket.trading.engine.Scenario.BO;
import static org.carbonmarket.trading.engine.Scenario.CEA;
import static org.carbonmarket.trading.engine.Scenario.CN;
import static org.carbonmarket.trading.engine.Scenario.FRIDAY;
import static org.carbonmarket.trading.engine.Scenario.MONDAY;
import static org.carbonmarket.trading.engine.Scenario.codeOf;

import java.util.List;
import org.carbonmarket.events.marketlog.MarketCommand.CreditFunds;
import org.carbonmarket.events.marketlog.MarketCommand.SourcePosition;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.OrderEvent.CancelReason;
import org.carbonmarket.events.trading.OrderEvent.OrderCancelled;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.PositionEvent.AllowancesCredited;
import org.carbonmarket.events.trading.PositionEvent.AllowancesReleased;
import org.carbonmarket.events.trading.PositionEvent.FundsCredited;
import org.carbonmarket.events.trading.PositionEvent.FundsReleased;
import org.carbonmarket.events.trading.PositionEvent.ReleaseRejected;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.Side;
import org.junit.jupiter.api.Test;

class PositionsTest {

    private final Scenario market = Scenario.openMarket();

    @Test
    void creditsAreTakenUpWhateverTheAccountsState() {
        AccountId newcomer = AccountId.of("NEWCOMER");
        assertThat(market.creditAllowances(newcomer, CEA, 7))
                .containsExactly(new AllowancesCredited(CN, "E", newcomer, CEA, Tonnes.of(7), AT));
        assertThat(market.creditFunds(newcomer, "1.00"))
                .containsExactly(new FundsCredited(CN, "E", newcomer, Money.ofYuan("1.00"), AT));
        assertThat(codeOf(market.sell(newcomer, "48.00", 7)))
                .isEqualTo(RejectionCode.ACCOUNT_NOT_ACTIVE);
        market.account(newcomer, 1, AccountState.ACTIVE);
        assertThat(market.sell(newcomer, "48.00", 7).getLast()).isInstanceOf(OrderPlaced.class);
    }

    @Test
    void aFactBridgedTwiceCountsOnce() {
        SourcePosition source = new SourcePosition("settlement.funds", 2, 41);
        CreditFunds credit = new CreditFunds(CN, source, "E", ANNA, Money.ofYuan("5.00"), AT);

        assertThat(market.send(credit)).hasSize(1);
        assertThat(market.send(credit)).isEmpty();
        assertThat(market.moneyOf(ANNA)).isEqualTo("1000005.00/0.00");
    }

    @Test
    void anOlderStateOfAnAccountIsIgnored() {
        market.account(ANNA, 3, AccountState.ACTIVE);
        market.account(ANNA, 2, AccountState.RESTRICTED);

        assertThat(market.positionOf(ANNA).mayTrade()).isTrue();
    }

    @Test
    void aRestrictedAccountsOpenOrdersAreCancelled() {
        OrderId sell = market.rests(ANNA, Side.SELL, "49.00", 10);
        market.rests(BO, Side.SELL, "49.00", 10);
        OrderId buy = market.rests(ANNA, Side.BUY, "47.00", 10);

        assertThat(market.account(ANNA, 2, AccountState.RESTRICTED))
                .containsExactly(
                        new OrderCancelled(
                                null,
                                sell,
                                ANNA,
                                Tonnes.of(10),
                                CancelReason.ACCOUNT_RESTRICTED,
                                AT),
                        new OrderCancelled(
                                null,
                                buy,
                                ANNA,
                                Tonnes.of(10),
                                CancelReason.ACCOUNT_RESTRICTED,
                                AT));
        assertThat(refusalOf(market.releaseFunds(ANNA, "1.00")))
                .isEqualTo(RejectionCode.ACCOUNT_NOT_ACTIVE);
    }

    @Test
    void onlySellableAllowancesLeave() {
        trade(500);
        assertThat(refusalOf(market.releaseAllowances(BO, 10_001)))
                .isEqualTo(RejectionCode.ALLOWANCES_BOUGHT_TODAY);
        assertThat(refusalOf(market.releaseAllowances(BO, 10_501)))
                .isEqualTo(RejectionCode.ALLOWANCES_INSUFFICIENT);
        assertThat(refusalOf(market.releaseAllowances(BO, 0)))
                .isEqualTo(RejectionCode.QUANTITY_OUT_OF_RANGE);

        List<PublishedEvent> events = market.releaseAllowances(BO, 10_000);

        assertThat(events)
                .containsExactly(
                        new AllowancesReleased(
                                CN,
                                "release",
                                "CN-R" + market.lastPosition(),
                                BO,
                                CEA,
                                Tonnes.of(10_000),
                                AT));
        assertThat(market.tonnesOf(BO)).isEqualTo("0/0/500");
    }

    @Test
    void proceedsLeaveOnlyWhenTheyAreSettled() {
        trade(100);
        assertThat(refusalOf(market.releaseFunds(ANNA, "1004800.01")))
                .isEqualTo(RejectionCode.FUNDS_INSUFFICIENT);
        assertThat(refusalOf(market.releaseFunds(ANNA, "1004800.00")))
                .isEqualTo(RejectionCode.FUNDS_UNSETTLED);
        assertThat(refusalOf(market.releaseFunds(ANNA, "0.00")))
                .isEqualTo(RejectionCode.QUANTITY_OUT_OF_RANGE);
        market.settle(1);

        assertThat(market.releaseFunds(ANNA, "1004800.00"))
                .containsExactly(
                        new FundsReleased(
                                CN,
                                "release",
                                "CN-R" + market.lastPosition(),
                                ANNA,
                                Money.ofYuan("1004800.00"),
                                AT));
        assertThat(market.moneyOf(ANNA)).isEqualTo("0.00/0.00");
    }

    @Test
    void boughtTodayBecomesSellableAtTheNextOpening() {
        trade(100);
        assertThat(market.tonnesOf(BO)).isEqualTo("10000/0/100");
        market.enter(FRIDAY, Phase.CLOSED);
        market.clear(FRIDAY);
        assertThat(market.tonnesOf(BO)).isEqualTo("10000/0/100");
        market.enter(MONDAY, Phase.PRE_OPEN);

        assertThat(market.tonnesOf(BO)).isEqualTo("10100/0/0");
    }

    private void trade(long tonnes) {
        market.sell(ANNA, "48.00", tonnes);
        market.buy(BO, "48.00", tonnes);
    }

    private static RejectionCode refusalOf(List<PublishedEvent> events) {
        return ((ReleaseRejected) events.getLast()).code();
    }
}
