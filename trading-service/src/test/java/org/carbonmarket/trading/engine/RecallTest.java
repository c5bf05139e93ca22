package org.carbonmarket.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.trading.engine.BlockScenario.BLOCK;
import static org.carbonmarket.trading.engine.BlockScenario.ended;
import static org.carbonmarket.trading.engine.Scenario.ANNA;
import static org.carbonmarket.trading.engine.Scenario.AT;
import static org.carbonmarket.trading.engine.Scenario.BO;
import static org.carbonmarket.trading.engine.Scenario.CEA;
import static org.carbonmarket.trading.engine.Scenario.CN;
import static org.carbonmarket.trading.engine.Scenario.FRIDAY;
import static org.carbonmarket.trading.engine.Scenario.MONDAY;

import java.util.List;
import org.carbonmarket.events.marketlog.MarketCommand.RecallAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.RecallFunds;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.BlockEvent.BlockEnd;
import org.carbonmarket.events.trading.OrderEvent.CancelReason;
import org.carbonmarket.events.trading.OrderEvent.OrderCancelled;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.PositionEvent.AllowancesRecalled;
import org.carbonmarket.events.trading.PositionEvent.FundsRecalled;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.Side;
import org.junit.jupiter.api.Test;

/** A freeze of value in trading is a recall: what can leave leaves, the rest follows. */
class RecallTest {

    private final Scenario market = Scenario.openMarket();

    @Test
    void allowancesAtHandLeaveAtOnce() {
        market.rests(ANNA, Side.SELL, "48.50", 4_000);

        assertThat(recallTonnes(ANNA, 6_000)).containsExactly(tonnes(1, 6_000, 0));
        assertThat(market.tonnesOf(ANNA)).isEqualTo("0/4000/0");
    }

    @Test
    void openSellOrdersAreCancelledTheNewestFirstAsFarAsNeeded() {
        OrderId oldest = market.rests(ANNA, Side.SELL, "48.50", 4_000);
        OrderId middle = market.rests(ANNA, Side.SELL, "48.60", 3_000);
        OrderId newest = market.rests(ANNA, Side.SELL, "48.40", 2_000);
        market.rests(BO, Side.SELL, "48.90", 10);

        assertThat(recallTonnes(ANNA, 5_000))
                .containsExactly(
                        cancelled(newest, 2_000), cancelled(middle, 3_000), tonnes(1, 5_000, 0));
        assertThat(market.tonnesOf(ANNA)).isEqualTo("1000/4000/0");
        assertThat(market.cancel(ANNA, oldest)).hasSize(1);
    }

    @Test
    void blockOffersAreEndedWhenOrdersDoNotSuffice() {
        BlockScenario blocks = BlockScenario.afternoon();
        OrderId offer = blocks.stands(ANNA, Side.SELL, "47.00", 2 * BLOCK, BO);
        OrderId order = blocks.market().rests(ANNA, Side.SELL, "48.50", 50_000);

        List<PublishedEvent> events =
                blocks.market()
                        .send(
                                new RecallAllowances(
                                        CN,
                                        blocks.market().fact(),
                                        "Q",
                                        ANNA,
                                        CEA,
                                        Tonnes.of(150_000),
                                        AT));

        assertThat(events)
                .containsExactly(
                        cancelled(order, 50_000),
                        ended(null, offer, ANNA, BlockEnd.RECALLED),
                        tonnes(1, 150_000, 0));
    }

    @Test
    void allowancesBoughtTodayFollowAtTheNextOpening() {
        market.sell(BO, "48.00", 500);
        market.buy(ANNA, "48.00", 500);
        assertThat(recallTonnes(ANNA, 10_300)).containsExactly(tonnes(1, 10_000, 300));
        market.enter(FRIDAY, Phase.CLOSED);
        market.clear(FRIDAY);
        market.restart();

        assertThat(market.enter(MONDAY, Phase.PRE_OPEN).getLast()).isEqualTo(tonnes(2, 300, 0));
        assertThat(market.tonnesOf(ANNA)).isEqualTo("200/0/0");
    }

    @Test
    void whatIsHandedOverLaterFollowsToo() {
        recallTonnes(ANNA, 10_500);

        assertThat(market.creditAllowances(ANNA, CEA, 800).getLast()).isEqualTo(tonnes(2, 500, 0));
        assertThat(market.tonnesOf(ANNA)).isEqualTo("300/0/0");
    }

    @Test
    void freeMoneyLeavesAtOnceAndOpenBuysAreCancelledAsFarAsNeeded() {
        OrderId oldest = market.rests(ANNA, Side.BUY, "48.00", 10_000);
        OrderId newest = market.rests(ANNA, Side.BUY, "47.00", 10_000);

        assertThat(recallFunds(ANNA, "500000.00"))
                .containsExactly(cancelled(newest, 10_000), funds(1, "500000.00", "0.00"));
        assertThat(market.moneyOf(ANNA)).isEqualTo("20000.00/480000.00");
        assertThat(market.cancel(ANNA, oldest)).hasSize(1);
    }

    @Test
    void proceedsFollowWhenTheyAreSettled() {
        market.sell(ANNA, "50.00", 100);
        market.buy(BO, "50.00", 100);

        assertThat(recallFunds(ANNA, "1004000.00"))
                .containsExactly(funds(1, "1000000.00", "4000.00"));
        assertThat(market.settle(1)).containsExactly(funds(2, "4000.00", "0.00"));
        assertThat(market.moneyOf(ANNA)).isEqualTo("1000.00/0.00");
    }

    @Test
    void moneyCalledBackBuysNothingMeanwhile() {
        market.sell(ANNA, "50.00", 100);
        market.buy(BO, "50.00", 100);
        recallFunds(ANNA, "1004000.00");

        assertThat(Scenario.codeOf(market.buy(ANNA, "48.00", 21)))
                .isEqualTo(RejectionCode.FUNDS_INSUFFICIENT);
        market.rests(ANNA, Side.BUY, "48.00", 20);
    }

    @Test
    void aRestrictedAccountsValueIsRecalledLikeAnyOther() {
        market.account(ANNA, 2, AccountState.RESTRICTED);

        assertThat(recallFunds(ANNA, "1.00")).containsExactly(funds(1, "1.00", "0.00"));
        assertThat(recallTonnes(ANNA, 1)).containsExactly(tonnes(2, 1, 0));
    }

    @Test
    void recallsAreMetInTheOrderTheyCame() {
        recallTonnes(ANNA, 10_000);
        market.send(recall("Q2", 50));
        market.send(recall("Q3", 50));

        assertThat(market.creditAllowances(ANNA, CEA, 70))
                .contains(
                        new AllowancesRecalled(
                                CN, "Q2", "CN-RC2", ANNA, CEA, Tonnes.of(50), Tonnes.ZERO, AT),
                        new AllowancesRecalled(
                                CN, "Q3", "CN-RC3", ANNA, CEA, Tonnes.of(20), Tonnes.of(30), AT));
    }

    @Test
    void aRecallOfWhatIsNotHereWaits() {
        ProductCode other = ProductCode.of("CEA22");
        assertThat(
                        market.send(
                                new RecallAllowances(
                                        CN,
                                        market.fact(),
                                        "Q",
                                        AccountId.of("NEW"),
                                        other,
                                        Tonnes.of(Long.MAX_VALUE),
                                        AT)))
                .isEmpty();
        assertThat(market.creditAllowances(AccountId.of("NEW"), other, 7)).hasSize(2);
    }

    private RecallAllowances recall(String number, long tonnes) {
        return new RecallAllowances(CN, market.fact(), number, ANNA, CEA, Tonnes.of(tonnes), AT);
    }

    private List<PublishedEvent> recallTonnes(AccountId account, long tonnes) {
        return market.send(
                new RecallAllowances(CN, market.fact(), "Q", account, CEA, Tonnes.of(tonnes), AT));
    }

    private List<PublishedEvent> recallFunds(AccountId account, String yuan) {
        return market.send(
                new RecallFunds(CN, market.fact(), "Q", account, Money.ofYuan(yuan), AT));
    }

    private static AllowancesRecalled tonnes(int release, long tonnes, long outstanding) {
        return new AllowancesRecalled(
                CN,
                "Q",
                "CN-RC" + release,
                ANNA,
                CEA,
                Tonnes.of(tonnes),
                Tonnes.of(outstanding),
                AT);
    }

    private static FundsRecalled funds(int release, String yuan, String outstanding) {
        return new FundsRecalled(
                CN,
                "Q",
                "CN-RC" + release,
                ANNA,
                Money.ofYuan(yuan),
                Money.ofYuan(outstanding),
                AT);
    }

    private static OrderCancelled cancelled(OrderId order, long tonnes) {
        return new OrderCancelled(null, order, ANNA, Tonnes.of(tonnes), CancelReason.RECALLED, AT);
    }
}
