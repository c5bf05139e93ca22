package org.carbonmarket.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.trading.engine.Scenario.ANNA;
import static org.carbonmarket.trading.engine.Scenario.AT;
import static org.carbonmarket.trading.engine.Scenario.CEA;
import static org.carbonmarket.trading.engine.Scenario.CN;
import static org.carbonmarket.trading.engine.Scenario.FRIDAY;
import static org.carbonmarket.trading.engine.Scenario.MONDAY;

import java.util.List;
import org.carbonmarket.events.marketlog.MarketCommand.SetProductRules;
import org.carbonmarket.events.marketlog.MarketCommand.SetRules;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.SupervisionEvent.RequestDone;
import org.carbonmarket.events.trading.SupervisionEvent.RequestRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Operators' requests: each is answered once, and rules apply from the next opening. */
class OperationsTest {

    private static final ProductCode CEA21 = ProductCode.of("CEA21");

    private final Scenario market = Scenario.openMarket();

    @Test
    void aRequestThatIsDoneIsAnsweredBehindWhatItChanged() {
        for (List<PublishedEvent> events :
                List.of(
                        market.listProduct(CEA21, "50.00"),
                        market.halt(CEA),
                        market.resume(CEA),
                        market.halt(null),
                        market.resume(null))) {
            assertThat(events).hasSize(2);
            assertThat(events.getLast()).isInstanceOf(RequestDone.class);
        }
    }

    @Test
    void aRequestForWhatIsSoAlreadyIsDoneAndChangesNothing() {
        market.halt(CEA);

        assertThat(market.halt(CEA)).containsExactly(new RequestDone(CN, "halt", null, AT));
        assertThat(market.resume(null)).containsExactly(new RequestDone(CN, "resume", null, AT));
        assertThat(market.listProduct(CEA, "99.00"))
                .containsExactly(new RequestDone(CN, "list", null, AT));
    }

    @Test
    void aProductThatIsNotListedIsNeitherHaltedNorGivenRules() {
        assertThat(codeOf(market.halt(CEA21))).isEqualTo(RejectionCode.PRODUCT_UNKNOWN);
        assertThat(codeOf(market.resume(CEA21))).isEqualTo(RejectionCode.PRODUCT_UNKNOWN);
        assertThat(codeOf(productRules(CEA21, 500, null, null)))
                .isEqualTo(RejectionCode.PRODUCT_UNKNOWN);
    }

    @Test
    void aReferencePriceBeyondReasonListsNothing() {
        assertThat(codeOf(market.listProduct(CEA21, "10000.01")))
                .isEqualTo(RejectionCode.PRICE_OUTSIDE_LIMITS);
    }

    @Test
    void rulesThatCannotBeAppliedAreRefusedByName() {
        assertThat(fieldOf(rules(0, null, null, null))).isEqualTo("band");
        assertThat(fieldOf(rules(1_000, 5_001, null, null))).isEqualTo("blockBand");
        assertThat(fieldOf(rules(1_000, null, 0L, null))).isEqualTo("smallestBlock");
        assertThat(fieldOf(rules(1_000, null, null, 10_001))).isEqualTo("largePosition");
        assertThat(fieldOf(productRules(CEA, -1, null, null))).isEqualTo("band");
        assertThat(fieldOf(productRules(CEA, null, 0, null))).isEqualTo("blockBand");
        assertThat(fieldOf(productRules(CEA, null, null, Long.MAX_VALUE)))
                .isEqualTo("positionLimit");
        assertThat(market.engine().view().nextRules()).isEqualTo(market.engine().view().rules());
    }

    @Test
    void whatNewRulesLeaveOutStaysAsItIs() {
        rules(1_000, 2_000, 50_000L, 7_000);
        market.rules(900, 99_999, 0, "0.00", 1_000_000);

        assertThat(market.engine().view().nextRules().blockBand()).isEqualTo(2_000);
        assertThat(market.engine().view().nextRules().smallestBlock()).isEqualTo(50_000);
        assertThat(market.engine().view().nextRules().largePosition()).isEqualTo(7_000);
        assertThat(market.engine().view().nextRules().band()).isEqualTo(900);
    }

    @Test
    void aProductsOwnBandAppliesFromTheNextOpening() {
        assertThat(productRules(CEA, 500, null, null))
                .containsExactly(new RequestDone(CN, "rules", null, AT));
        market.rests(ANNA, Side.SELL, "52.80", 1);
        market.nextDay(FRIDAY, MONDAY);
        market.restart();

        assertThat(Scenario.codeOf(market.sell(ANNA, "50.41", 1)))
                .isEqualTo(RejectionCode.PRICE_OUTSIDE_LIMITS);
        assertThat(market.engine().view().products().getFirst().upperLimit())
                .isEqualTo(Price.ofYuan("50.40"));
    }

    @Test
    void aProductsOwnPositionLimitAppliesFromTheNextOpening() {
        productRules(CEA, null, null, 10_005L);
        market.nextDay(FRIDAY, MONDAY);

        assertThat(Scenario.codeOf(market.buy(ANNA, "48.00", 6)))
                .isEqualTo(RejectionCode.POSITION_LIMIT_EXCEEDED);
        assertThat(market.buy(ANNA, "48.00", 5)).hasSize(1);
    }

    private List<PublishedEvent> productRules(
            ProductCode product,
            @Nullable Integer band,
            @Nullable Integer blockBand,
            @Nullable Long positionLimit) {
        return market.send(
                new SetProductRules(
                        CN,
                        "rules",
                        product,
                        band,
                        blockBand,
                        positionLimit == null ? null : Tonnes.of(positionLimit),
                        AT));
    }

    private List<PublishedEvent> rules(
            int band,
            @Nullable Integer blockBand,
            @Nullable Long smallestBlock,
            @Nullable Integer largePosition) {
        return market.send(
                new SetRules(
                        CN,
                        "rules",
                        band,
                        Tonnes.of(99_999),
                        0,
                        Money.ZERO,
                        Tonnes.of(1_000_000),
                        blockBand,
                        smallestBlock == null ? null : Tonnes.of(smallestBlock),
                        largePosition,
                        AT));
    }

    private static RejectionCode codeOf(List<PublishedEvent> events) {
        return refused(events).code();
    }

    private static String fieldOf(List<PublishedEvent> events) {
        return String.valueOf(refused(events).field());
    }

    private static RequestRefused refused(List<PublishedEvent> events) {
        assertThat(events).hasSize(1);
        return (RequestRefused) events.getFirst();
    }
}
