package org.carbonmarket.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.trading.engine.BlockScenario.BLOCK;
import static org.carbonmarket.trading.engine.BlockScenario.codeOf;
import static org.carbonmarket.trading.engine.BlockScenario.counter;
import static org.carbonmarket.trading.engine.BlockScenario.ended;
import static org.carbonmarket.trading.engine.Scenario.ANNA;
import static org.carbonmarket.trading.engine.Scenario.AT;
import static org.carbonmarket.trading.engine.Scenario.BO;
import static org.carbonmarket.trading.engine.Scenario.CEA;
import static org.carbonmarket.trading.engine.Scenario.CHEN;
import static org.carbonmarket.trading.engine.Scenario.CN;
import static org.carbonmarket.trading.engine.Scenario.FRIDAY;

import java.util.List;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.BlockEvent.BlockConfirmed;
import org.carbonmarket.events.trading.BlockEvent.BlockEnd;
import org.carbonmarket.events.trading.BlockEvent.BlockOffered;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.Side;
import org.junit.jupiter.api.Test;

/** Market rules, Trading, "Block": the two negotiate by counter-offers. */
class BlockNegotiationTest {

    private final BlockScenario blocks = BlockScenario.afternoon();
    private final Scenario market = blocks.market();

    @Test
    void aCounterOfferIsOfTheOtherSideToTheInitiatorAlone() {
        OrderId offer = blocks.stands(ANNA, Side.SELL, "50.00", BLOCK, null);

        List<PublishedEvent> events = market.send(counter(BO, offer, "47.00", BLOCK + 5));

        OrderId counter = new OrderId(CN, market.lastPosition());
        assertThat(events)
                .containsExactly(
                        new BlockOffered(
                                "counter",
                                counter,
                                BO,
                                FRIDAY,
                                CEA,
                                Side.BUY,
                                Price.ofYuan("47.00"),
                                Tonnes.of(BLOCK + 5),
                                ANNA,
                                offer,
                                null,
                                false,
                                AT));
        assertThat(codeOf(blocks.confirm(CHEN, counter))).isEqualTo(RejectionCode.OFFER_NOT_OPEN);
        assertThat(market.moneyOf(BO)).isEqualTo("15299765.00/4700235.00");
    }

    @Test
    void confirmingACounterOfferTradesAtItsTermsAndEndsTheOfferItAnswers() {
        OrderId offer = blocks.stands(ANNA, Side.SELL, "50.00", 300_000, BO);
        OrderId counter = blocks.counters(BO, offer, "47.00", BLOCK);

        List<PublishedEvent> events = blocks.confirm(ANNA, counter);

        assertThat(events.getFirst()).isEqualTo(ended(null, offer, ANNA, BlockEnd.SUPERSEDED));
        ExecutionRecorded execution = (ExecutionRecorded) events.get(2);
        assertThat(execution.price()).isEqualTo(Price.ofYuan("47.00"));
        assertThat(execution.buyOrder()).isEqualTo(counter);
        assertThat(execution.buyer()).isEqualTo(BO);
        assertThat(events.get(3)).isEqualTo(ended(null, counter, BO, BlockEnd.CONFIRMED));
        assertThat(market.tonnesOf(ANNA)).isEqualTo("200000/0/0");
        assertThat(market.moneyOf(BO)).isEqualTo("15300000.00/0.00");
    }

    @Test
    void theOfferThatWasCounteredMayStillBeConfirmed() {
        OrderId offer = blocks.stands(ANNA, Side.SELL, "50.00", BLOCK, BO);
        OrderId counter = blocks.counters(BO, offer, "47.00", BLOCK);

        List<PublishedEvent> events = blocks.confirm(BO, offer);

        assertThat(events)
                .contains(
                        ended(null, counter, BO, BlockEnd.SUPERSEDED),
                        ended(null, offer, ANNA, BlockEnd.CONFIRMED));
        assertThat(market.moneyOf(BO)).isEqualTo("15000000.00/0.00");
    }

    @Test
    void whoCountersAgainStandsByTheNewTermsAlone() {
        OrderId offer = blocks.stands(ANNA, Side.SELL, "50.00", 300_000, BO);
        OrderId counter = blocks.counters(BO, offer, "46.00", 300_000);

        List<PublishedEvent> events = market.send(counter(ANNA, counter, "48.00", 300_000));

        assertThat(events.getFirst()).isEqualTo(ended(null, offer, ANNA, BlockEnd.SUPERSEDED));
        assertThat(market.tonnesOf(ANNA)).isEqualTo("0/300000/0");
        OrderId last = new OrderId(CN, market.lastPosition());
        assertThat(codeOf(blocks.confirm(BO, offer))).isEqualTo(RejectionCode.OFFER_NOT_OPEN);
        assertThat(blocks.confirm(BO, last).getLast()).isInstanceOf(BlockConfirmed.class);
        assertThat(market.moneyOf(BO)).isEqualTo("5600000.00/0.00");
        assertThat(market.tonnesOf(ANNA)).isEqualTo("0/0/0");
    }

    @Test
    void theTradeEndsEveryOfferOfItsNegotiation() {
        OrderId offer = blocks.stands(ANNA, Side.SELL, "50.00", BLOCK, null);
        OrderId apart = blocks.stands(CHEN, Side.BUY, "40.00", BLOCK, null);
        OrderId ofBo = blocks.counters(BO, offer, "47.00", BLOCK);
        OrderId ofChen = blocks.counters(CHEN, offer, "48.00", BLOCK);

        List<PublishedEvent> events = blocks.confirm(ANNA, ofChen);

        assertThat(events)
                .contains(
                        ended(null, offer, ANNA, BlockEnd.SUPERSEDED),
                        ended(null, ofBo, BO, BlockEnd.SUPERSEDED),
                        ended(null, ofChen, CHEN, BlockEnd.CONFIRMED));
        assertThat(market.moneyOf(BO)).isEqualTo("20000000.00/0.00");
        assertThat(blocks.withdraw(CHEN, apart)).hasSize(1);
    }

    @Test
    void aCounterOfferOutlivesTheOfferItAnswers() {
        OrderId offer = blocks.stands(ANNA, Side.SELL, "50.00", BLOCK, BO);
        OrderId counter = blocks.counters(BO, offer, "47.00", BLOCK);
        blocks.withdraw(ANNA, offer);

        assertThat(blocks.confirm(ANNA, counter).getLast()).isInstanceOf(BlockConfirmed.class);
    }

    @Test
    void aCounterOfferIsHeldToTheRulesOfOffers() {
        OrderId offer = blocks.stands(ANNA, Side.SELL, "50.00", BLOCK, BO);

        assertThat(codeOf(market.send(counter(BO, offer, "70.00", BLOCK))))
                .isEqualTo(RejectionCode.PRICE_OUTSIDE_LIMITS);
        assertThat(codeOf(market.send(counter(BO, offer, "47.00", BLOCK - 1))))
                .isEqualTo(RejectionCode.QUANTITY_OUT_OF_RANGE);
        assertThat(codeOf(market.send(counter(BO, offer, "50.00", 400_001))))
                .isEqualTo(RejectionCode.FUNDS_INSUFFICIENT);
        assertThat(codeOf(market.send(counter(BO, new OrderId(CN, 9_999), "47.00", BLOCK))))
                .isEqualTo(RejectionCode.OFFER_NOT_OPEN);
    }

    @Test
    void aCounterOfferMayBeDeclined() {
        OrderId offer = blocks.stands(ANNA, Side.SELL, "50.00", BLOCK, BO);
        OrderId counter = blocks.counters(BO, offer, "47.00", BLOCK);

        assertThat(blocks.decline(ANNA, counter))
                .containsExactly(ended("decline", counter, BO, BlockEnd.DECLINED));
        assertThat(blocks.confirm(BO, offer).getLast()).isInstanceOf(BlockConfirmed.class);
    }

    @Test
    void negotiationsOutliveARestart() {
        OrderId offer = blocks.stands(ANNA, Side.SELL, "50.00", 300_000, BO);
        OrderId counter = blocks.counters(BO, offer, "46.00", 300_000);
        market.restart();

        assertThat(blocks.confirm(ANNA, counter).getFirst())
                .isEqualTo(ended(null, offer, ANNA, BlockEnd.SUPERSEDED));
    }
}
