package org.carbonmarket.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.trading.engine.BlockScenario.BLOCK;
import static org.carbonmarket.trading.engine.BlockScenario.codeOf;
import static org.carbonmarket.trading.engine.BlockScenario.counter;
import static org.carbonmarket.trading.engine.BlockScenario.ended;
import static org.carbonmarket.trading.engine.BlockScenario.numberOf;
import static org.carbonmarket.trading.engine.BlockScenario.offer;
import static org.carbonmarket.trading.engine.BlockScenario.until;
import static org.carbonmarket.trading.engine.Scenario.ANNA;
import static org.carbonmarket.trading.engine.Scenario.AT;
import static org.carbonmarket.trading.engine.Scenario.BO;
import static org.carbonmarket.trading.engine.Scenario.CEA;
import static org.carbonmarket.trading.engine.Scenario.CHEN;
import static org.carbonmarket.trading.engine.Scenario.CN;
import static org.carbonmarket.trading.engine.Scenario.FRIDAY;

import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.BlockEvent.BlockConfirmed;
import org.carbonmarket.events.trading.BlockEvent.BlockEnd;
import org.carbonmarket.events.trading.BlockEvent.BlockEnded;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.events.trading.TradingMethod;
import org.junit.jupiter.api.Test;

/**
 * Market rules, Trading, "Block", rule by rule: who offers what to whom, when, and how offers end.
 */
class BlockTradingTest {

    private final BlockScenario blocks = BlockScenario.afternoon();
    private final Scenario market = blocks.market();

    @Test
    void anOfferThatIsConfirmedIsATrade() {
        OrderId offer = blocks.stands(ANNA, Side.SELL, "47.00", BLOCK, BO);

        List<PublishedEvent> events = blocks.confirm(BO, offer);

        OrderId confirmation = new OrderId(CN, market.lastPosition());
        TradeId trade = new TradeId(CN, 1);
        Price price = Price.ofYuan("47.00");
        Tonnes tonnes = Tonnes.of(BLOCK);
        Money amount = Money.ofYuan("4700000.00");
        TradingMethod block = TradingMethod.BLOCK;
        assertThat(events)
                .containsExactly(
                        new TradeExecuted(
                                trade, FRIDAY, CEA, block, price, tonnes, amount, Side.BUY, AT),
                        new ExecutionRecorded(
                                trade,
                                FRIDAY,
                                CEA,
                                block,
                                price,
                                tonnes,
                                amount,
                                BO,
                                ANNA,
                                confirmation,
                                offer,
                                Money.ZERO,
                                Money.ZERO,
                                AT),
                        ended(null, offer, ANNA, BlockEnd.CONFIRMED),
                        new BlockConfirmed(
                                "confirm", offer, BO, ANNA, trade, CEA, Side.BUY, price, tonnes,
                                AT));
        assertThat(market.tonnesOf(ANNA)).isEqualTo("200000/0/0");
        assertThat(market.tonnesOf(BO)).isEqualTo("300000/0/100000");
        assertThat(market.moneyOf(ANNA)).isEqualTo("24700000.00/0.00");
        assertThat(market.moneyOf(BO)).isEqualTo("15300000.00/0.00");
    }

    @Test
    void anOfferToBuyIsConfirmedByItsSeller() {
        OrderId offer = blocks.stands(ANNA, Side.BUY, "47.00", BLOCK, BO);

        ExecutionRecorded execution = (ExecutionRecorded) blocks.confirm(BO, offer).get(1);

        assertThat(execution.buyer()).isEqualTo(ANNA);
        assertThat(execution.seller()).isEqualTo(BO);
        assertThat(execution.buyOrder()).isEqualTo(offer);
        assertThat(execution.sellOrder()).isEqualTo(new OrderId(CN, market.lastPosition()));
        assertThat(market.moneyOf(ANNA)).isEqualTo("15300000.00/0.00");
        assertThat(market.tonnesOf(ANNA)).isEqualTo("300000/0/100000");
    }

    @Test
    void aPublishedOfferMayBeConfirmedByAnybodyElse() {
        OrderId offer = blocks.stands(ANNA, Side.SELL, "47.00", BLOCK, null);

        assertThat(blocks.confirm(CHEN, offer).getLast()).isInstanceOf(BlockConfirmed.class);
    }

    @Test
    void anOfferToOneIsNobodyElsesToTake() {
        OrderId offer = blocks.stands(ANNA, Side.SELL, "47.00", BLOCK, BO);

        assertThat(codeOf(blocks.confirm(CHEN, offer))).isEqualTo(RejectionCode.OFFER_NOT_OPEN);
        assertThat(codeOf(market.send(counter(CHEN, offer, "46.00", BLOCK))))
                .isEqualTo(RejectionCode.OFFER_NOT_OPEN);
    }

    @Test
    void anOfferIsTakenOnce() {
        OrderId offer = blocks.stands(ANNA, Side.SELL, "47.00", BLOCK, null);
        blocks.confirm(BO, offer);

        assertThat(codeOf(blocks.confirm(BO, offer))).isEqualTo(RejectionCode.OFFER_NOT_OPEN);
        assertThat(codeOf(blocks.confirm(CHEN, offer))).isEqualTo(RejectionCode.OFFER_NOT_OPEN);
    }

    @Test
    void noBlockIsTradedWithOneself() {
        OrderId offer = blocks.stands(ANNA, Side.SELL, "47.00", BLOCK, null);

        assertThat(codeOf(blocks.confirm(ANNA, offer))).isEqualTo(RejectionCode.SELF_TRADE);
        assertThat(codeOf(market.send(counter(ANNA, offer, "46.00", BLOCK))))
                .isEqualTo(RejectionCode.SELF_TRADE);
        assertThat(codeOf(market.send(offer(ANNA, Side.SELL, "47.00", BLOCK, ANNA))))
                .isEqualTo(RejectionCode.COUNTERPARTY_NOT_ALLOWED);
    }

    @Test
    void theCounterpartyMustBeActiveHere() {
        market.account(CHEN, 2, AccountState.RESTRICTED);

        for (AccountId other : List.of(CHEN, AccountId.of("NOBODY"))) {
            assertThat(codeOf(market.send(offer(ANNA, Side.SELL, "47.00", BLOCK, other))))
                    .isEqualTo(RejectionCode.COUNTERPARTY_NOT_ALLOWED);
        }
    }

    @Test
    void anAccountThatIsNotActiveNeitherOffersNorConfirms() {
        OrderId offer = blocks.stands(ANNA, Side.SELL, "47.00", BLOCK, null);
        market.account(BO, 2, AccountState.RESTRICTED);

        assertThat(codeOf(blocks.confirm(BO, offer))).isEqualTo(RejectionCode.ACCOUNT_NOT_ACTIVE);
        assertThat(codeOf(market.send(counter(BO, offer, "46.00", BLOCK))))
                .isEqualTo(RejectionCode.ACCOUNT_NOT_ACTIVE);
        assertThat(codeOf(market.send(offer(BO, Side.SELL, "47.00", BLOCK, null))))
                .isEqualTo(RejectionCode.ACCOUNT_NOT_ACTIVE);
    }

    @Test
    void aBlockIsForAtLeastAHundredThousandTonnes() {
        assertThat(codeOf(market.send(offer(ANNA, Side.SELL, "47.00", BLOCK - 1, BO))))
                .isEqualTo(RejectionCode.QUANTITY_OUT_OF_RANGE);
        assertThat(codeOf(market.send(offer(ANNA, Side.BUY, "47.00", Long.MAX_VALUE, BO))))
                .isEqualTo(RejectionCode.QUANTITY_OUT_OF_RANGE);
        blocks.stands(ANNA, Side.SELL, "47.00", BLOCK, BO);
    }

    @Test
    void aBlocksPriceIsWithinThirtyPercentOfThePreviousClose() {
        assertThat(codeOf(market.send(offer(ANNA, Side.SELL, "33.59", BLOCK, BO))))
                .isEqualTo(RejectionCode.PRICE_OUTSIDE_LIMITS);
        assertThat(codeOf(market.send(offer(ANNA, Side.SELL, "62.41", BLOCK, BO))))
                .isEqualTo(RejectionCode.PRICE_OUTSIDE_LIMITS);
        blocks.stands(ANNA, Side.SELL, "33.60", BLOCK, BO);
        blocks.stands(ANNA, Side.SELL, "62.40", BLOCK, BO);
    }

    @Test
    void blocksAreTradedInTheAfternoonOnly() {
        Scenario morning = Scenario.openMarket();
        assertThat(codeOf(morning.send(offer(ANNA, Side.BUY, "47.00", BLOCK, BO))))
                .isEqualTo(RejectionCode.MARKET_NOT_OPEN);
        morning.enter(FRIDAY, Phase.BREAK);
        assertThat(codeOf(morning.send(offer(ANNA, Side.BUY, "47.00", BLOCK, BO))))
                .isEqualTo(RejectionCode.MARKET_NOT_OPEN);
        market.enter(FRIDAY, Phase.CLOSED);
        assertThat(codeOf(market.send(offer(ANNA, Side.BUY, "47.00", BLOCK, BO))))
                .isEqualTo(RejectionCode.MARKET_NOT_OPEN);
    }

    @Test
    void onlyItsInitiatorWithdrawsAnOffer() {
        OrderId offer = blocks.stands(ANNA, Side.SELL, "47.00", BLOCK, BO);

        assertThat(codeOf(blocks.withdraw(BO, offer))).isEqualTo(RejectionCode.OFFER_NOT_OPEN);
        blocks.withdraw(ANNA, offer);
        assertThat(codeOf(blocks.withdraw(ANNA, offer))).isEqualTo(RejectionCode.OFFER_NOT_OPEN);
    }

    @Test
    void onlyTheOneItWasMadeToDeclinesAnOffer() {
        OrderId published = blocks.stands(ANNA, Side.SELL, "47.00", BLOCK, null);
        OrderId offer = blocks.stands(ANNA, Side.SELL, "47.00", BLOCK, BO);

        assertThat(codeOf(blocks.decline(CHEN, offer))).isEqualTo(RejectionCode.OFFER_NOT_OPEN);
        assertThat(codeOf(blocks.decline(CHEN, published))).isEqualTo(RejectionCode.OFFER_NOT_OPEN);
        assertThat(blocks.decline(BO, offer))
                .containsExactly(ended("decline", offer, ANNA, BlockEnd.DECLINED));
        assertThat(market.tonnesOf(ANNA)).isEqualTo("200000/100000/0");
    }

    @Test
    void anOfferExpiresAtItsTime() {
        OrderId offer =
                numberOf(
                        market.send(
                                until(
                                        offer(ANNA, Side.SELL, "47.00", BLOCK, BO),
                                        AT.plusMinutes(5))));
        assertThat(market.creditFunds(CHEN, "1.00")).hasSize(1);

        List<PublishedEvent> events =
                market.send(
                        Scenario.at(market.order(CHEN, Side.BUY, "48.00", 1), AT.plusMinutes(5)));

        assertThat(events.getFirst())
                .isEqualTo(new BlockEnded(null, offer, ANNA, BlockEnd.EXPIRED, AT.plusMinutes(5)));
        assertThat(market.tonnesOf(ANNA)).isEqualTo("300000/0/0");
        assertThat(codeOf(blocks.confirm(BO, offer))).isEqualTo(RejectionCode.OFFER_NOT_OPEN);
    }

    @Test
    void anOfferIsGoodUntilALaterTimeOfItsDay() {
        for (var time : List.of(AT, AT.minusSeconds(1), AT.plusDays(1))) {
            assertThat(codeOf(market.send(until(offer(ANNA, Side.SELL, "47.00", BLOCK, BO), time))))
                    .isEqualTo(RejectionCode.TIME_OUT_OF_RANGE);
        }
    }

    @Test
    void offersEndAtTheClose() {
        OrderId offer = blocks.stands(ANNA, Side.BUY, "47.00", BLOCK, BO);

        assertThat(market.enter(FRIDAY, Phase.CLOSED).getFirst())
                .isEqualTo(ended(null, offer, ANNA, BlockEnd.CLOSE_OF_DAY));
        assertThat(market.moneyOf(ANNA)).isEqualTo("20000000.00/0.00");
    }

    @Test
    void aRestrictedAccountsOffersEnd() {
        OrderId offer = blocks.stands(ANNA, Side.BUY, "47.00", BLOCK, BO);

        assertThat(market.account(ANNA, 2, AccountState.RESTRICTED))
                .containsExactly(ended(null, offer, ANNA, BlockEnd.ACCOUNT_RESTRICTED));
        assertThat(market.moneyOf(ANNA)).isEqualTo("20000000.00/0.00");
    }

    @Test
    void whileTradingIsHaltedOffersStandAndMayBeWithdrawnOnly() {
        OrderId offer = blocks.stands(ANNA, Side.SELL, "47.00", BLOCK, BO);
        market.halt(CEA);
        assertThat(codeOf(blocks.confirm(BO, offer))).isEqualTo(RejectionCode.PRODUCT_HALTED);
        assertThat(codeOf(market.send(offer(BO, Side.SELL, "47.00", BLOCK, ANNA))))
                .isEqualTo(RejectionCode.PRODUCT_HALTED);
        market.resume(CEA);
        market.halt(null);
        assertThat(codeOf(blocks.confirm(BO, offer))).isEqualTo(RejectionCode.MARKET_NOT_OPEN);
        OrderId other = numberOfAfterResuming();
        assertThat(blocks.withdraw(ANNA, other)).hasSize(1);
        market.resume(null);
        assertThat(blocks.confirm(BO, offer).getLast()).isInstanceOf(BlockConfirmed.class);
    }

    private OrderId numberOfAfterResuming() {
        market.resume(null);
        OrderId other = blocks.stands(ANNA, Side.SELL, "47.00", BLOCK, BO);
        market.halt(null);
        return other;
    }
}
