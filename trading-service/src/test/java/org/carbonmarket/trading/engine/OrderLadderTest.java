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
import org.carbonmarket.events.marketlog.MarketCommand.PlaceOrder;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.OrderEvent.OrderRejected;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.events.trading.TimeInForce;
import org.junit.jupiter.api.Test;

class OrderLadderTest {

    private static final AccountId STRANGER = AccountId.of("STRANGER");

    private final Scenario market = Scenario.openMarket();

    @Test
    void aRefusalNamesTheFieldAndTheReasonInASentence() {
        OrderId order = market.nextOrder();

        assertThat(market.buy(ANNA, "52.81", 10))
                .containsExactly(
                        new OrderRejected(
                                "place",
                                order,
                                ANNA,
                                CEA,
                                Side.BUY,
                                Price.ofYuan("52.81"),
                                Tonnes.of(10),
                                RejectionCode.PRICE_OUTSIDE_LIMITS,
                                "price",
                                "The price 52.81 is outside today's limits 43.20 to 52.80.",
                                false,
                                AT));
    }

    @Test
    void anUnknownAccountCannotTrade() {
        assertThat(codeOf(market.buy(STRANGER, "48.00", 1)))
                .isEqualTo(RejectionCode.ACCOUNT_NOT_ACTIVE);
    }

    @Test
    void anAccountThatIsNotActiveCannotTrade() {
        for (AccountState state :
                List.of(AccountState.PENDING, AccountState.RESTRICTED, AccountState.CLOSED)) {
            Scenario fresh = Scenario.openMarket();
            fresh.account(ANNA, 2, state);
            assertThat(codeOf(fresh.buy(ANNA, "48.00", 1)))
                    .isEqualTo(RejectionCode.ACCOUNT_NOT_ACTIVE);
        }
    }

    @Test
    void ordersAreTakenInTheOpenPhasesOnly() {
        Scenario day = Scenario.withAccounts();
        day.listProduct(CEA, "48.00");
        assertThat(codeOf(day.buy(ANNA, "48.00", 1))).isEqualTo(RejectionCode.MARKET_NOT_OPEN);
        day.enter(FRIDAY, Phase.PRE_OPEN);
        assertThat(codeOf(day.buy(ANNA, "48.00", 1))).isEqualTo(RejectionCode.MARKET_NOT_OPEN);
        day.enter(FRIDAY, Phase.OPEN);
        assertThat(day.buy(ANNA, "48.00", 1).getLast()).isInstanceOf(OrderPlaced.class);
        day.enter(FRIDAY, Phase.BREAK);
        assertThat(codeOf(day.buy(ANNA, "48.00", 1))).isEqualTo(RejectionCode.MARKET_NOT_OPEN);
        day.enter(FRIDAY, Phase.OPEN);
        assertThat(day.buy(ANNA, "48.00", 1).getLast()).isInstanceOf(OrderPlaced.class);
        day.enter(FRIDAY, Phase.CLOSED);
        assertThat(codeOf(day.buy(ANNA, "48.00", 1))).isEqualTo(RejectionCode.MARKET_NOT_OPEN);
    }

    @Test
    void aHaltedMarketTakesNoOrders() {
        market.halt(null);
        assertThat(codeOf(market.buy(ANNA, "48.00", 1))).isEqualTo(RejectionCode.MARKET_NOT_OPEN);
        market.resume(null);
        assertThat(market.buy(ANNA, "48.00", 1).getLast()).isInstanceOf(OrderPlaced.class);
    }

    @Test
    void aHaltedProductTakesNoOrders() {
        market.halt(CEA);
        assertThat(codeOf(market.buy(ANNA, "48.00", 1))).isEqualTo(RejectionCode.PRODUCT_HALTED);
        market.resume(CEA);
        assertThat(market.buy(ANNA, "48.00", 1).getLast()).isInstanceOf(OrderPlaced.class);
    }

    @Test
    void aProductIsTradedFromTheOpeningAfterItsListing() {
        ProductCode cea21 = ProductCode.of("CEA21");
        assertThat(codeOf(market.send(of(cea21)))).isEqualTo(RejectionCode.PRODUCT_UNKNOWN);
        market.listProduct(cea21, null);
        assertThat(codeOf(market.send(of(cea21)))).isEqualTo(RejectionCode.PRODUCT_UNKNOWN);
        market.nextDay(FRIDAY, MONDAY);
        assertThat(market.send(of(cea21)).getLast()).isInstanceOf(OrderPlaced.class);
    }

    @Test
    void aListedOrderIsForOneToNinetyNineThousandNineHundredNinetyNineTonnes() {
        market.creditAllowances(ANNA, CEA, 200_000);
        assertThat(codeOf(market.sell(ANNA, "48.00", 0)))
                .isEqualTo(RejectionCode.QUANTITY_OUT_OF_RANGE);
        assertThat(codeOf(market.sell(ANNA, "48.00", 100_000)))
                .isEqualTo(RejectionCode.QUANTITY_OUT_OF_RANGE);
        assertThat(market.sell(ANNA, "48.00", 99_999).getLast()).isInstanceOf(OrderPlaced.class);
        assertThat(market.sell(ANNA, "48.00", 1).getLast()).isInstanceOf(OrderPlaced.class);
    }

    @Test
    void thePriceLimitsThemselvesAreAllowed() {
        assertThat(market.buy(ANNA, "43.20", 1).getLast()).isInstanceOf(OrderPlaced.class);
        assertThat(market.sell(BO, "52.80", 1).getLast()).isInstanceOf(OrderPlaced.class);
        assertThat(codeOf(market.buy(ANNA, "43.19", 1)))
                .isEqualTo(RejectionCode.PRICE_OUTSIDE_LIMITS);
    }

    @Test
    void aSellMustBeCoveredBySellableAllowances() {
        assertThat(codeOf(market.sell(ANNA, "48.00", 10_001)))
                .isEqualTo(RejectionCode.ALLOWANCES_INSUFFICIENT);
        market.sell(ANNA, "48.00", 9_000);
        assertThat(codeOf(market.sell(ANNA, "48.00", 1_001)))
                .isEqualTo(RejectionCode.ALLOWANCES_INSUFFICIENT);
        assertThat(market.sell(ANNA, "48.00", 1_000).getLast()).isInstanceOf(OrderPlaced.class);
    }

    @Test
    void allowancesBoughtTodayCannotBeSoldToday() {
        market.sell(ANNA, "48.00", 500);
        market.buy(BO, "48.00", 500);

        assertThat(codeOf(market.sell(BO, "48.00", 10_500)))
                .isEqualTo(RejectionCode.ALLOWANCES_BOUGHT_TODAY);
        assertThat(codeOf(market.sell(BO, "48.00", 10_501)))
                .isEqualTo(RejectionCode.ALLOWANCES_INSUFFICIENT);
        market.nextDay(FRIDAY, MONDAY);
        assertThat(market.sell(BO, "48.00", 10_500).getLast()).isInstanceOf(OrderPlaced.class);
    }

    @Test
    void aBuyMustBeCoveredByFreeMoney() {
        assertThat(codeOf(market.buy(ANNA, "50.00", 20_001)))
                .isEqualTo(RejectionCode.FUNDS_INSUFFICIENT);
        assertThat(market.buy(ANNA, "50.00", 20_000).getLast()).isInstanceOf(OrderPlaced.class);
        assertThat(codeOf(market.buy(ANNA, "50.00", 1)))
                .isEqualTo(RejectionCode.FUNDS_INSUFFICIENT);
    }

    @Test
    void aBuyMustCoverItsFeeToo() {
        market.rules(1_000, 99_999, 1_000, "0.00", 1_000_000);
        market.nextDay(FRIDAY, MONDAY);

        assertThat(codeOf(market.buy(ANNA, "50.00", 20_000)))
                .isEqualTo(RejectionCode.FUNDS_INSUFFICIENT);
        assertThat(market.buy(ANNA, "50.00", 19_980).getLast()).isInstanceOf(OrderPlaced.class);
    }

    @Test
    void theProceedsOfASaleBuyAtOnce() {
        market.releaseFunds(ANNA, "1000000.00");
        market.buy(BO, "48.00", 100);
        market.sell(ANNA, "48.00", 100);

        assertThat(market.buy(ANNA, "48.00", 100).getLast()).isInstanceOf(OrderPlaced.class);
    }

    @Test
    void aPositionWithItsOpenBuysMayNotPassItsLimit() {
        market.rules(1_000, 99_999, 0, "0.00", 10_100);
        market.nextDay(FRIDAY, MONDAY);
        market.buy(ANNA, "44.00", 60);

        assertThat(codeOf(market.buy(ANNA, "44.00", 41)))
                .isEqualTo(RejectionCode.POSITION_LIMIT_EXCEEDED);
        assertThat(market.buy(ANNA, "44.00", 40).getLast()).isInstanceOf(OrderPlaced.class);
    }

    @Test
    void theFirstRungThatSaysNoGivesTheAnswer() {
        market.halt(CEA);
        assertThat(codeOf(market.buy(STRANGER, "99.00", 0)))
                .isEqualTo(RejectionCode.ACCOUNT_NOT_ACTIVE);
        assertThat(codeOf(market.buy(ANNA, "99.00", 0))).isEqualTo(RejectionCode.PRODUCT_HALTED);
        market.enter(FRIDAY, Phase.BREAK);
        assertThat(codeOf(market.buy(ANNA, "99.00", 0))).isEqualTo(RejectionCode.MARKET_NOT_OPEN);
        market.enter(FRIDAY, Phase.OPEN);
        market.resume(CEA);
        assertThat(codeOf(market.buy(ANNA, "99.00", 0)))
                .isEqualTo(RejectionCode.QUANTITY_OUT_OF_RANGE);
        assertThat(codeOf(market.buy(ANNA, "99.00", 99_999)))
                .isEqualTo(RejectionCode.PRICE_OUTSIDE_LIMITS);
        assertThat(codeOf(market.buy(ANNA, "48.00", 99_999)))
                .isEqualTo(RejectionCode.FUNDS_INSUFFICIENT);
    }

    private static PlaceOrder of(ProductCode product) {
        return new PlaceOrder(
                CN,
                "place",
                ANNA,
                product,
                Side.BUY,
                Price.ofYuan("48.00"),
                Tonnes.of(1),
                TimeInForce.DAY,
                null,
                null,
                null,
                AT);
    }
}
