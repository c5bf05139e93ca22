package org.carbonmarket.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.trading.engine.BlockScenario.BLOCK;
import static org.carbonmarket.trading.engine.BlockScenario.codeOf;
import static org.carbonmarket.trading.engine.BlockScenario.ended;
import static org.carbonmarket.trading.engine.BlockScenario.keyed;
import static org.carbonmarket.trading.engine.BlockScenario.offer;
import static org.carbonmarket.trading.engine.Scenario.ANNA;
import static org.carbonmarket.trading.engine.Scenario.BO;
import static org.carbonmarket.trading.engine.Scenario.CHEN;
import static org.carbonmarket.trading.engine.Scenario.FRIDAY;
import static org.carbonmarket.trading.engine.Scenario.MONDAY;

import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.BlockEvent.BlockConfirmed;
import org.carbonmarket.events.trading.BlockEvent.BlockEnd;
import org.carbonmarket.events.trading.BlockEvent.BlockOffered;
import org.carbonmarket.events.trading.BlockEvent.BlockRefused;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.SessionEvent.ProductDay;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.carbonmarket.events.trading.Side;
import org.junit.jupiter.api.Test;

/**
 * Market rules, Trading, "Block", rule by rule: what is reserved and changes hands, what counts
 * where.
 */
class BlockValueTest {

    private final BlockScenario blocks = BlockScenario.afternoon();
    private final Scenario market = blocks.market();

    @Test
    void anOfferReservesTheSellersAllowances() {
        OrderId offer = blocks.stands(ANNA, Side.SELL, "47.00", 250_000, BO);

        assertThat(market.tonnesOf(ANNA)).isEqualTo("50000/250000/0");
        assertThat(codeOf(market.send(offer(ANNA, Side.SELL, "47.00", BLOCK, BO))))
                .isEqualTo(RejectionCode.ALLOWANCES_INSUFFICIENT);

        assertThat(blocks.withdraw(ANNA, offer))
                .containsExactly(ended("withdraw", offer, ANNA, BlockEnd.WITHDRAWN));
        assertThat(market.tonnesOf(ANNA)).isEqualTo("300000/0/0");
    }

    @Test
    void anOfferReservesTheBuyersMoneyAndFee() {
        market.rules(1_000, 99_999, 300, "0.00", 1_000_000);
        market.nextDay(FRIDAY, MONDAY);
        market.enter(MONDAY, Phase.BREAK);
        market.enter(MONDAY, Phase.OPEN);
        OrderId offer = blocks.stands(ANNA, Side.BUY, "50.00", BLOCK, BO);
        assertThat(market.moneyOf(ANNA)).isEqualTo("14998500.00/5001500.00");

        ExecutionRecorded execution = (ExecutionRecorded) blocks.confirm(BO, offer).get(1);

        assertThat(execution.buyerFee()).isEqualTo(Money.ofYuan("1500.00"));
        assertThat(execution.sellerFee()).isEqualTo(Money.ofYuan("1500.00"));
        assertThat(market.moneyOf(ANNA)).isEqualTo("14998500.00/0.00");
        assertThat(market.moneyOf(BO)).isEqualTo("24998500.00/0.00");
    }

    @Test
    void aConfirmationMustBeCovered() {
        OrderId sell = blocks.stands(ANNA, Side.SELL, "47.00", BLOCK, BO);
        OrderId buy = blocks.stands(ANNA, Side.BUY, "47.00", 400_000, BO);
        market.releaseFunds(BO, "15300001.00");

        assertThat(codeOf(blocks.confirm(BO, sell))).isEqualTo(RejectionCode.FUNDS_INSUFFICIENT);
        assertThat(codeOf(blocks.confirm(BO, buy)))
                .isEqualTo(RejectionCode.ALLOWANCES_INSUFFICIENT);
        assertThat(market.tonnesOf(BO)).isEqualTo("300000/0/0");
    }

    @Test
    void allowancesBoughtInABlockTodayCannotBeSoldToday() {
        blocks.confirm(BO, blocks.stands(ANNA, Side.SELL, "47.00", BLOCK, BO));

        assertThat(codeOf(market.send(offer(BO, Side.SELL, "47.00", 301_000, CHEN))))
                .isEqualTo(RejectionCode.ALLOWANCES_BOUGHT_TODAY);
        market.nextDay(FRIDAY, MONDAY);
        assertThat(market.tonnesOf(BO)).isEqualTo("400000/0/0");
    }

    @Test
    void theProceedsOfABlockBuyAtOnceButLeaveOnlyWhenSettled() {
        blocks.confirm(BO, blocks.stands(ANNA, Side.SELL, "50.00", BLOCK, BO));

        assertThat(market.positionOf(ANNA).unsettled()).isEqualTo(Money.ofYuan("5000000.00"));
        assertThat(market.positionOf(ANNA).releasable()).isEqualTo(Money.ofYuan("20000000.00"));
        OrderId offer = blocks.stands(ANNA, Side.BUY, "50.00", 500_000, null);
        blocks.withdraw(ANNA, offer);
        market.settle(1);
        assertThat(market.positionOf(ANNA).releasable()).isEqualTo(Money.ofYuan("25000000.00"));
    }

    @Test
    void aBlockIsInNoQuoteNorInTheOpeningAndClosingPrice() {
        market.engine().dirtyQuotes();
        blocks.confirm(BO, blocks.stands(ANNA, Side.SELL, "60.00", BLOCK, BO));
        assertThat(market.engine().dirtyQuotes()).isEmpty();

        ProductDay day = closing().products().getFirst();

        Price previous = Price.ofYuan("48.00");
        assertThat(day.open()).isEqualTo(previous);
        assertThat(day.close()).isEqualTo(previous);
        assertThat(day.high()).isNull();
        assertThat(day.low()).isNull();
    }

    @Test
    void aBlockCountsInTheDaysVolumeAndAmountAfterTheClose() {
        market.sell(CHEN, "48.00", 10);
        market.buy(BO, "48.00", 10);
        blocks.confirm(BO, blocks.stands(ANNA, Side.SELL, "60.00", BLOCK, BO));

        TradingDayClosed closed = closing();

        ProductDay day = closed.products().getFirst();
        assertThat(day.listedVolume()).isEqualTo(Tonnes.of(10));
        assertThat(day.listedAmount()).isEqualTo(Money.ofYuan("480.00"));
        assertThat(day.blockVolume()).isEqualTo(Tonnes.of(BLOCK));
        assertThat(day.blockAmount()).isEqualTo(Money.ofYuan("6000000.00"));
        assertThat(day.volume()).isEqualTo(Tonnes.of(BLOCK + 10));
        assertThat(day.amount()).isEqualTo(Money.ofYuan("6000480.00"));
        assertThat(day.trades()).isEqualTo(2);
        assertThat(closed.trades()).isEqualTo(2);
        assertThat(closed.volume()).isEqualTo(Tonnes.of(BLOCK + 10));
        assertThat(closed.amount()).isEqualTo(Money.ofYuan("6000480.00"));
    }

    @Test
    void aDayWithoutBlocksHasNoBlockFigures() {
        assertThat(closing().products().getFirst().blockVolume()).isNull();
    }

    @Test
    void theBuyersPositionLimitHoldsForOffersAndConfirmations() {
        market.rules(1_000, 99_999, 0, "0.00", 390_000);
        market.nextDay(FRIDAY, MONDAY);
        market.enter(MONDAY, Phase.BREAK);
        market.enter(MONDAY, Phase.OPEN);

        assertThat(codeOf(market.send(offer(ANNA, Side.BUY, "47.00", BLOCK, BO))))
                .isEqualTo(RejectionCode.POSITION_LIMIT_EXCEEDED);
        OrderId sell = blocks.stands(BO, Side.SELL, "47.00", BLOCK, ANNA);
        assertThat(codeOf(blocks.confirm(ANNA, sell)))
                .isEqualTo(RejectionCode.POSITION_LIMIT_EXCEEDED);
    }

    @Test
    void aRepeatedKeyGetsTheFirstAnswerAndNothingHappensTwice() {
        var offer = offer(ANNA, Side.SELL, "47.00", BLOCK, BO);
        BlockOffered first = (BlockOffered) market.send(keyed(offer, "a", "k", "d")).getLast();
        market.restart();

        BlockOffered again = (BlockOffered) market.send(keyed(offer, "b", "k", "d")).getLast();

        assertThat(again.order()).isEqualTo(first.order());
        assertThat(again.command()).isEqualTo("b");
        assertThat(again.repeated()).isTrue();
        assertThat(market.tonnesOf(ANNA)).isEqualTo("200000/100000/0");
        assertThat(codeOf(market.send(keyed(offer, "c", "k", "other"))))
                .isEqualTo(RejectionCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(
                        Scenario.codeOf(
                                market.send(
                                        Scenario.keyed(
                                                market.order(ANNA, Side.BUY, "48.00", 1),
                                                "d",
                                                "k",
                                                "d"))))
                .isEqualTo(RejectionCode.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void aRefusalIsRepeatedToo() {
        var offer = offer(ANNA, Side.SELL, "99.00", BLOCK, BO);
        market.send(keyed(offer, "a", "k", "d"));
        market.restart();

        BlockRefused again = (BlockRefused) market.send(keyed(offer, "b", "k", "d")).getLast();

        assertThat(again.repeated()).isTrue();
        assertThat(again.code()).isEqualTo(RejectionCode.PRICE_OUTSIDE_LIMITS);
    }

    @Test
    void aStandingOfferOutlivesARestart() {
        OrderId offer = blocks.stands(ANNA, Side.BUY, "47.00", BLOCK, BO);
        byte[] snapshot = market.engine().snapshot();
        market.restart();

        assertThat(market.engine().snapshot()).isEqualTo(snapshot);
        assertThat(blocks.confirm(BO, offer).getLast()).isInstanceOf(BlockConfirmed.class);
    }

    @Test
    void aBlockThatCannotSettleGoesBack() {
        blocks.confirm(BO, blocks.stands(ANNA, Side.SELL, "47.00", BLOCK, BO));
        OrderId other = blocks.stands(BO, Side.SELL, "47.00", 300_000, CHEN);

        market.undo(1);

        assertThat(market.tonnesOf(ANNA)).isEqualTo("300000/0/0");
        assertThat(market.tonnesOf(BO)).isEqualTo("0/300000/0");
        assertThat(market.moneyOf(BO)).isEqualTo("20000000.00/0.00");
        assertThat(blocks.withdraw(BO, other)).hasSize(1);
    }

    private TradingDayClosed closing() {
        return (TradingDayClosed) market.enter(FRIDAY, Phase.CLOSED).getLast();
    }
}
