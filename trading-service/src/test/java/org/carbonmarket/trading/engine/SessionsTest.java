package org.carbonmarket.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.trading.engine.Scenario.ANNA;
import static org.carbonmarket.trading.engine.Scenario.AT;
import static org.carbonmarket.trading.engine.Scenario.BO;
import static org.carbonmarket.trading.engine.Scenario.CEA;
import static org.carbonmarket.trading.engine.Scenario.CHEN;
import static org.carbonmarket.trading.engine.Scenario.CN;
import static org.carbonmarket.trading.engine.Scenario.FRIDAY;
import static org.carbonmarket.trading.engine.Scenario.MONDAY;
import static org.carbonmarket.trading.engine.Scenario.TUESDAY;

import java.time.LocalDate;
import java.util.List;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.QuoteEvent.Level;
import org.carbonmarket.events.trading.QuoteEvent.QuotePublished;
import org.carbonmarket.events.trading.SessionEvent;
import org.carbonmarket.events.trading.SessionEvent.OpeningRefused;
import org.carbonmarket.events.trading.SessionEvent.PhaseEntered;
import org.carbonmarket.events.trading.SessionEvent.ProductListed;
import org.carbonmarket.events.trading.SessionEvent.ProductOpened;
import org.carbonmarket.events.trading.SessionEvent.TradingHalted;
import org.carbonmarket.events.trading.SessionEvent.TradingResumed;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private static final ProductCode CEA21 = ProductCode.of("CEA21");
    private static final ProductCode CCER = ProductCode.of("CCER");

    @Test
    void aDayOpensWithTheLimitsOfEachProduct() {
        Scenario market = Scenario.withAccounts();
        assertThat(told(market.listProduct(CEA, "67.15")))
                .containsExactly(new ProductListed(CN, CEA, Price.ofYuan("67.15"), AT));

        assertThat(market.enter(FRIDAY, Phase.PRE_OPEN))
                .containsExactly(
                        new PhaseEntered(CN, FRIDAY, Phase.PRE_OPEN, AT),
                        new ProductOpened(
                                CN,
                                FRIDAY,
                                CEA,
                                Price.ofYuan("67.15"),
                                Price.ofYuan("60.44"),
                                Price.ofYuan("73.87"),
                                AT));
    }

    @Test
    void listingAProductAgainChangesNothing() {
        Scenario market = Scenario.openMarket();

        assertThat(told(market.listProduct(CEA, "99.00"))).isEmpty();
    }

    @Test
    void theFirstProductTakesTheLaunchReferenceAndALaterOneTheComposite() {
        Scenario market = Scenario.withAccounts();
        assertThat(told(market.listProduct(CEA, null)))
                .containsExactly(new ProductListed(CN, CEA, Price.ofYuan("48.00"), AT));
        market.enter(FRIDAY, Phase.PRE_OPEN);
        market.enter(FRIDAY, Phase.OPEN);
        market.sell(ANNA, "50.00", 1);
        market.buy(BO, "50.00", 1);
        market.enter(FRIDAY, Phase.CLOSED);

        assertThat(told(market.listProduct(CEA21, null)))
                .containsExactly(new ProductListed(CN, CEA21, Price.ofYuan("50.00"), AT));
    }

    @Test
    void theCompositeIsTheFirstVintagesCloseUntilTheEndOfAugust2023() {
        assertThat(compositeAfter(LocalDate.of(2023, 8, 25))).isEqualTo(Price.ofYuan("60.00"));
    }

    @Test
    void theCompositeIsTheMeanOfAllVintagesFromTheEndOfAugust2023() {
        assertThat(compositeAfter(LocalDate.of(2023, 8, 28))).isEqualTo(Price.ofYuan("65.01"));
    }

    private static Price compositeAfter(LocalDate day) {
        Scenario market = Scenario.withAccounts();
        market.listProduct(CCER, "10.00");
        market.listProduct(CEA, "60.00");
        market.listProduct(CEA21, "70.01");
        market.enter(day, Phase.PRE_OPEN);
        market.enter(day, Phase.CLOSED);
        return market.engine().view().compositeClose();
    }

    @Test
    void aPhaseReachedOrPassedChangesNothing() {
        Scenario market = Scenario.openMarket();
        assertThat(market.enter(FRIDAY, Phase.OPEN)).isEmpty();
        assertThat(market.enter(FRIDAY, Phase.PRE_OPEN)).isEmpty();
        market.enter(FRIDAY, Phase.BREAK);
        assertThat(market.enter(FRIDAY, Phase.BREAK)).isEmpty();
        market.enter(FRIDAY, Phase.OPEN);
        assertThat(market.enter(FRIDAY, Phase.OPEN)).isEmpty();
        assertThat(market.enter(FRIDAY, Phase.BREAK)).isEmpty();
        market.enter(FRIDAY, Phase.CLOSED);
        for (Phase phase : Phase.values()) {
            assertThat(market.enter(FRIDAY, phase)).isEmpty();
            assertThat(market.enter(FRIDAY.minusDays(1), phase)).isEmpty();
        }
        assertThat(market.enter(MONDAY, Phase.OPEN)).isEmpty();
    }

    @Test
    void theNextDayOpensOnlyWhenTheLastIsClosedAndCleared() {
        Scenario market = Scenario.openMarket();
        assertThat(market.enter(MONDAY, Phase.PRE_OPEN))
                .containsExactly(new OpeningRefused(CN, MONDAY, FRIDAY, AT));
        market.enter(FRIDAY, Phase.CLOSED);
        assertThat(market.enter(MONDAY, Phase.PRE_OPEN))
                .containsExactly(new OpeningRefused(CN, MONDAY, FRIDAY, AT));
        market.clear(FRIDAY.minusDays(1));
        assertThat(market.enter(MONDAY, Phase.PRE_OPEN))
                .containsExactly(new OpeningRefused(CN, MONDAY, FRIDAY, AT));
        market.clear(FRIDAY);

        assertThat(market.enter(MONDAY, Phase.PRE_OPEN).getFirst())
                .isEqualTo(new PhaseEntered(CN, MONDAY, Phase.PRE_OPEN, AT));
    }

    @Test
    void aDayClearedBeforeItsCloseIsNotCleared() {
        Scenario market = Scenario.openMarket();
        market.clear(FRIDAY);
        market.enter(FRIDAY, Phase.CLOSED);

        assertThat(market.engine().view().uncleared()).isEqualTo(FRIDAY);
    }

    @Test
    void haltsAndTheirEndsAreToldOnce() {
        Scenario market = Scenario.openMarket();

        assertThat(told(market.halt(CEA))).containsExactly(new TradingHalted(CN, CEA, "news", AT));
        assertThat(told(market.halt(CEA))).isEmpty();
        assertThat(told(market.resume(CEA)))
                .containsExactly(new TradingResumed(CN, CEA, "news", AT));
        assertThat(told(market.resume(CEA))).isEmpty();
        assertThat(told(market.halt(null)))
                .containsExactly(new TradingHalted(CN, null, "news", AT));
        assertThat(told(market.halt(null))).isEmpty();
        assertThat(market.engine().view().phase()).isEqualTo(Phase.HALTED);
        assertThat(told(market.resume(null)))
                .containsExactly(new TradingResumed(CN, null, "news", AT));
        assertThat(told(market.halt(CCER))).isEmpty();
    }

    @Test
    void newRulesApplyFromTheNextOpening() {
        Scenario market = Scenario.openMarket();
        market.rules(500, 99_999, 0, "0.00", 1_000_000);
        assertThat(market.engine().view().rules().band()).isEqualTo(1_000);
        market.nextDay(FRIDAY, MONDAY);

        assertThat(market.engine().view().products().getFirst().upperLimit())
                .isEqualTo(Price.ofYuan("50.40"));
    }

    @Test
    void rulesThatCannotBeAppliedAreLeftAside() {
        Scenario market = Scenario.openMarket();
        MarketView before = market.engine().view();
        market.rules(0, 1, 0, "0.00", 1);
        market.rules(9_999, 1, 0, "0.00", 1);
        market.rules(1_000, 0, 0, "0.00", 1);
        market.rules(1_000, Long.MAX_VALUE, 0, "0.00", 1);
        market.rules(1_000, 1, -1, "0.00", 1);
        market.rules(1_000, 1, Integer.MAX_VALUE, "0.00", 1);
        market.rules(1_000, 1, 0, "92233720368547758.07", 1);
        market.rules(1_000, 1, 0, "0.00", Long.MAX_VALUE);

        assertThat(market.engine().view().nextRules()).isEqualTo(before.nextRules());
    }

    @Test
    void theQuoteShowsFiveLevelsAndTheDaysFigures() {
        Scenario market = Scenario.openMarket();
        market.engine().dirtyQuotes();
        trade(market, "48.20", 10);
        for (int level = 0; level < 6; level++) {
            market.sell(ANNA, "49.0" + level, 10);
        }
        market.sell(CHEN, "49.00", 5);
        market.buy(BO, "47.00", 7);

        QuotePublished quote = market.engine().dirtyQuotes().getFirst();

        assertThat(quote.asks()).hasSize(5);
        assertThat(quote.asks().getFirst())
                .isEqualTo(new Level(Price.ofYuan("49.00"), Tonnes.of(15), 2));
        assertThat(quote.bids()).containsExactly(new Level(Price.ofYuan("47.00"), Tonnes.of(7), 1));
        assertThat(quote.last()).isEqualTo(Price.ofYuan("48.20"));
        assertThat(quote.average()).isEqualTo(Price.ofYuan("48.20"));
        assertThat(quote.volume()).isEqualTo(Tonnes.of(10));
        assertThat(quote.asOf()).isEqualTo(market.lastPosition());
        assertThat(quote.phase()).isEqualTo(Phase.OPEN);
        assertThat(market.engine().dirtyQuotes()).isEmpty();
        market.restart();
        assertThat(market.engine().dirtyQuotes()).containsExactly(quote);
    }

    @Test
    void phasesMayBeSkippedWhenTheClockComesLate() {
        Scenario market = Scenario.openMarket();
        market.nextDay(FRIDAY, MONDAY);
        market.enter(MONDAY, Phase.CLOSED);
        market.clear(MONDAY);
        market.enter(TUESDAY, Phase.PRE_OPEN);

        assertThat(market.enter(TUESDAY, Phase.BREAK))
                .containsExactly(new PhaseEntered(CN, TUESDAY, Phase.BREAK, AT));
    }

    private static void trade(Scenario market, String price, long tonnes) {
        market.sell(ANNA, price, tonnes);
        market.buy(BO, price, tonnes);
    }

    /** What the public is told; operators' answers have their own test. */
    private static List<PublishedEvent> told(List<PublishedEvent> events) {
        return events.stream().filter(event -> event instanceof SessionEvent).toList();
    }
}
