package org.carbonmarket.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.trading.engine.Scenario.ANNA;
import static org.carbonmarket.trading.engine.Scenario.AT;
import static org.carbonmarket.trading.engine.Scenario.BO;
import static org.carbonmarket.trading.engine.Scenario.CHEN;
import static org.carbonmarket.trading.engine.Scenario.CN;
import static org.carbonmarket.trading.engine.Scenario.FRIDAY;
import static org.carbonmarket.trading.engine.Scenario.MONDAY;

import java.util.List;
import org.carbonmarket.events.marketlog.MarketCommand.VoidTrade;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionVoided;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.SupervisionEvent.RequestDone;
import org.carbonmarket.events.trading.SupervisionEvent.RequestRefused;
import org.carbonmarket.events.trading.TradeEvent.TradeVoided;
import org.junit.jupiter.api.Test;

/**
 * "A trade, once made, is final; a market operator can void one only for force majeure or error."
 */
class VoidsTest {

    private final Scenario market = feeMarket();

    /** A fee of one in a hundred, so that its way back shows. */
    private static Scenario feeMarket() {
        Scenario market = Scenario.withAccounts();
        market.listProduct(Scenario.CEA, "48.00");
        market.rules(1_000, 99_999, 10_000, "0.00", 1_000_000);
        market.enter(FRIDAY, Phase.PRE_OPEN);
        market.enter(FRIDAY, Phase.OPEN);
        market.sell(ANNA, "50.00", 100);
        market.buy(BO, "50.00", 100);
        return market;
    }

    @Test
    void bothLegsAndTheFeesGoBack() {
        assertThat(market.moneyOf(BO)).isEqualTo("994950.00/0.00");

        List<PublishedEvent> events = voidTrade(1);

        assertThat(events.getLast()).isEqualTo(new RequestDone(CN, "void", null, AT));
        assertThat(market.moneyOf(BO)).isEqualTo("1000000.00/0.00");
        assertThat(market.moneyOf(ANNA)).isEqualTo("1000000.00/0.00");
        assertThat(market.tonnesOf(BO)).isEqualTo("10000/0/0");
        assertThat(market.tonnesOf(ANNA)).isEqualTo("9900/0/100");
    }

    @Test
    void theReversalTakesTheNextTradeNumber() {
        List<PublishedEvent> events = voidTrade(1);

        TradeVoided told = (TradeVoided) events.getFirst();
        ExecutionVoided execution = (ExecutionVoided) events.get(1);
        assertThat(told.trade()).isEqualTo(new TradeId(CN, 2));
        assertThat(told.voided()).isEqualTo(new TradeId(CN, 1));
        assertThat(execution.trade()).isEqualTo(told.trade());
        assertThat(execution.buyer()).isEqualTo(BO);
        assertThat(execution.seller()).isEqualTo(ANNA);
        assertThat(execution.buyerFee()).isEqualTo(Money.ofYuan("50.00"));
    }

    @Test
    void whatComesBackLeavesOnlyWhenTheReversalIsSettled() {
        voidTrade(1);
        market.settle(1);
        assertThat(market.releaseFunds(BO, "1000000.00").getLast().toString())
                .contains("FUNDS_UNSETTLED");

        market.settle(2);

        assertThat(market.releaseFunds(BO, "1000000.00").getLast().toString())
                .contains("FundsReleased");
    }

    @Test
    void aVoidedTradeCountsInNoFigureOfTheDay() {
        market.sell(CHEN, "49.00", 10);
        market.buy(BO, "49.00", 10);
        voidTrade(1);

        TradingDayClosed closed = (TradingDayClosed) market.enter(FRIDAY, Phase.CLOSED).getLast();

        assertThat(closed.trades()).isEqualTo(1);
        assertThat(closed.volume()).isEqualTo(Tonnes.of(10));
        assertThat(closed.lastTrade()).isEqualTo(3);
        assertThat(closed.products().getFirst().close()).isEqualTo(Price.ofYuan("49.00"));
    }

    @Test
    void aTradeIsVoidedOnceAndAReversalNever() {
        voidTrade(1);

        assertThat(codeOf(voidTrade(1))).isEqualTo(RejectionCode.TRADE_NOT_VOIDABLE);
        assertThat(codeOf(voidTrade(2))).isEqualTo(RejectionCode.TRADE_UNKNOWN);
    }

    @Test
    void whoAskedMayNotApprove() {
        assertThat(codeOf(market.send(command(1, "lee", "lee"))))
                .isEqualTo(RejectionCode.SAME_PERSON);
    }

    @Test
    void aSellerWhoSpentTheProceedsKeepsTheTradeFinal() {
        market.send(market.order(ANNA, Side.BUY, "48.00", 9_999));
        market.send(market.order(ANNA, Side.BUY, "48.00", 9_999));
        market.send(market.order(ANNA, Side.BUY, "48.00", 650));

        assertThat(codeOf(voidTrade(1))).isEqualTo(RejectionCode.TRADE_NOT_VOIDABLE);
    }

    @Test
    void aTradeIsFinalWhenItsDayIsOver() {
        market.enter(FRIDAY, Phase.CLOSED);
        assertThat(codeOf(voidTrade(1))).isEqualTo(RejectionCode.TRADE_NOT_VOIDABLE);

        market.clear(FRIDAY);
        market.enter(MONDAY, Phase.PRE_OPEN);
        assertThat(codeOf(voidTrade(1))).isEqualTo(RejectionCode.TRADE_UNKNOWN);
    }

    @Test
    void aVoidedTradeThatFailsInSettlementEndsWhereItBegan() {
        voidTrade(1);

        market.undo(1);
        market.undo(2);

        assertThat(market.moneyOf(BO)).isEqualTo("1000000.00/0.00");
        assertThat(market.moneyOf(ANNA)).isEqualTo("1000000.00/0.00");
        assertThat(market.positionOf(ANNA).owed()).isEqualTo(Money.ZERO);
    }

    @Test
    void theDaysTradesSurviveARestart() {
        String before = market.engine().stateHash();
        market.restart();

        assertThat(market.engine().stateHash()).isEqualTo(before);
        assertThat(voidTrade(1).getLast()).isInstanceOf(RequestDone.class);
    }

    private List<PublishedEvent> voidTrade(long number) {
        return market.send(command(number, "lee", "wang"));
    }

    private static VoidTrade command(long number, String proposer, String approver) {
        return new VoidTrade(
                CN, "void", new TradeId(CN, number), "Entered in error.", proposer, approver, AT);
    }

    private static RejectionCode codeOf(List<PublishedEvent> events) {
        return ((RequestRefused) events.getLast()).code();
    }
}
