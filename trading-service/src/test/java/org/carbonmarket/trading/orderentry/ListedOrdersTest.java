package org.carbonmarket.trading.orderentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carbonmarket.trading.floor.TradingFloor.ORDERS;
import static org.carbonmarket.trading.floor.TradingFloor.anybody;
import static org.carbonmarket.trading.floor.TradingFloor.as;
import static org.carbonmarket.trading.floor.TradingFloor.assertRefused;
import static org.carbonmarket.trading.floor.TradingFloor.buy;
import static org.carbonmarket.trading.floor.TradingFloor.form;
import static org.carbonmarket.trading.floor.TradingFloor.order;
import static org.carbonmarket.trading.floor.TradingFloor.participant;
import static org.carbonmarket.trading.floor.TradingFloor.sell;
import static org.carbonmarket.trading.floor.TradingFloor.text;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.testing.TestTokens;
import org.carbonmarket.trading.floor.SimulatedDay;
import org.carbonmarket.trading.floor.TradingFloor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders over REST, through the real log and engine, with the answers that are documented. */
@QuarkusTest
@TestProfile(SimulatedDay.class)
@QuarkusTestResource(MarketInfrastructure.class)
class ListedOrdersTest {

    private final TradingFloor floor = TradingFloor.floor();

    @BeforeEach
    void open() {
        floor.open();
    }

    @Test
    void aSellAboveHoldingsIsRefused() {
        String account = floor.account(100, "0.00");
        assertRefused(sell(account, "48.00", 101), 422, "ALLOWANCES_INSUFFICIENT");
        assertThat(sell(account, "48.10", 100).statusCode()).isEqualTo(201);
    }

    @Test
    void aPriceOutsideTenPercentOfThePreviousCloseIsRefused() {
        String account = floor.account(100, "10000.00");
        assertRefused(sell(account, "60.00", 1), 422, "PRICE_OUTSIDE_LIMITS");
        assertRefused(buy(account, "30.00", 1), 422, "PRICE_OUTSIDE_LIMITS");
    }

    @Test
    void anOffTickPriceIsRefusedBeforeItReachesTheMarket() {
        Response answer = sell(floor.account(100, "0.00"), "48.001", 1);
        assertRefused(answer, 400, "PRICE_OFF_TICK");
        assertThat(text(answer, "field")).isEqualTo("price");
    }

    @Test
    void aHundredThousandTonnesAreABlockAndNoListedOrder() {
        assertRefused(
                sell(floor.account(200_000, "0.00"), "48.00", 100_000),
                422,
                "QUANTITY_OUT_OF_RANGE");
    }

    @Test
    void allowancesBoughtTodayCannotBeSoldToday() {
        String seller = floor.account(500, "0.00");
        String buyer = floor.account(0, "100000.00");
        sell(seller, "44.00", 500);
        assertThat(text(buy(buyer, "44.00", 500), "state")).isEqualTo("FILLED");
        assertRefused(sell(buyer, "48.00", 1), 422, "ALLOWANCES_BOUGHT_TODAY");
    }

    @Test
    void aReplayedKeyGetsTheFirstAnswerAndAnotherBodyIsRefused() {
        String account = floor.account(100, "0.00");
        Response first = order(account, "SELL", "48.30", 10, "key-1");
        Response again = order(account, "SELL", "48.30", 10, "key-1");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(text(again, "order")).isEqualTo(text(first, "order"));
        assertThat((Boolean) again.path("repeated")).isTrue();
        assertRefused(order(account, "SELL", "48.30", 11, "key-1"), 422, "IDEMPOTENCY_KEY_REUSED");
        assertRefused(order(account, "SELL", "48.30", 10, "a b"), 400, "IDEMPOTENCY_KEY_INVALID");
    }

    @Test
    void anOrderThatTradesIsAnsweredWithWhatItTraded() {
        String seller = floor.account(50, "0.00");
        String buyer = floor.account(0, "10000.00");
        sell(seller, "43.50", 50);
        Response bought = buy(buyer, "43.60", 20);
        assertThat(bought.statusCode()).isEqualTo(201);
        assertThat(text(bought, "filledAmount")).isEqualTo("870.00");
        assertThat(bought.header("Location")).endsWith(text(bought, "order"));
    }

    @Test
    void onlyTheParticipantItselfEntersOrders() {
        String account = floor.account(10, "0.00");
        Map<String, Object> order = form(account, "SELL", "48.00", 1);
        assertThat(anybody().contentType(ContentType.JSON).body(order).post(ORDERS).statusCode())
                .isEqualTo(401);
        assertThat(as("market-operator").body(order).post(ORDERS).statusCode()).isEqualTo(403);
        assertRefused(participant("SOMEBODY").body(order).post(ORDERS), 403, "NOT_YOUR_ACCOUNT");
    }

    @Test
    void onlyAMarketOperatorListsProducts() {
        Map<String, Object> listing = Map.of("product", "CEA22", "referencePrice", "48.00");
        assertThat(participant("POWER-1").body(listing).post("/markets/CN/products").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"order\"",
                "{\"account\": 5}",
                "{\"account\":\"P1\",\"product\":\"CEA\",\"side\":\"SELL\",\"price\":48.0,\"quantity\":1}",
                "{\"account\":\"P1\",\"product\":\"CEA\",\"side\":\"SELL\",\"price\":\"48.00\",\"quantity\":1.5}",
                "{\"account\":\"P1\",\"product\":\"CEA\",\"side\":\"SELL\",\"price\":\"48.00\",\"quantity\":1,\"x\":1}"
            })
    void aMalformedBodyIsAProblemAndNoOrder(String body) {
        Response answer = participant("P1").body(body).post(ORDERS);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void anOversizedBodyIsRefused() {
        Response answer =
                participant("P1").body("{\"account\":\"" + "A".repeat(3_000_000)).post(ORDERS);
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void anotherMediaTypeIsRefused() {
        assertThat(
                        anybody()
                                .auth()
                                .oauth2(TestTokens.participant("P1"))
                                .contentType(ContentType.TEXT)
                                .body("sell")
                                .post(ORDERS)
                                .statusCode())
                .isEqualTo(415);
    }

    @Test
    void aBatchIsAnsweredOrderByOrderInItsOrder() {
        String account = floor.account(30, "0.00");
        List<Map<String, Object>> orders =
                List.of(
                        Map.of("order", form(account, "SELL", "49.00", 10)),
                        Map.of("order", form(account, "SELL", "49.001", 10)),
                        Map.of("order", form("SOMEBODY", "SELL", "49.00", 10)),
                        Map.of("order", form(account, "SELL", "49.00", 21)),
                        Map.of("order", form(account, "SELL", "49.00", 20)));
        Response answer =
                participant(account).body(Map.of("orders", orders)).post(ORDERS + "/batch");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<List<Integer>>path("answers.status"))
                .containsExactly(201, 400, 403, 422, 201);
    }

    @Test
    void aBatchHasOneToAThousandOrders() {
        assertRefused(
                participant("P1").body(Map.of("orders", List.of())).post(ORDERS + "/batch"),
                400,
                "BATCH_SIZE");
    }

    @Test
    void anOpenOrderIsCancelledOnce() {
        String account = floor.account(10, "0.00");
        String order = text(sell(account, "50.00", 10), "order");
        Response cancelled = participant(account).delete(ORDERS + "/" + order);
        assertThat(cancelled.statusCode()).isEqualTo(200);
        assertThat((Integer) cancelled.path("quantity")).isEqualTo(10);
        assertRefused(participant(account).delete(ORDERS + "/" + order), 422, "ORDER_NOT_OPEN");
    }

    @Test
    void somebodyElsesOrderCannotBeCancelledNorSeen() {
        String account = floor.account(10, "0.00");
        String order = text(sell(account, "50.00", 10), "order");
        assertRefused(participant("SOMEBODY").delete(ORDERS + "/" + order), 422, "ORDER_NOT_OPEN");
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> participant(account).get(ORDERS + "/" + order).statusCode(),
                        status -> status == 200);
        assertRefused(participant("SOMEBODY").get(ORDERS + "/" + order), 404, "ORDER_UNKNOWN");
    }

    @Test
    void whatIsFreeLeavesTradingAndNoMore() {
        String account = floor.account(10, "100.00");
        String path = "/markets/CN/releases";
        assertThat(
                        participant(account)
                                .body(Map.of("account", account, "amount", "40.00"))
                                .post(path)
                                .statusCode())
                .isEqualTo(201);
        assertRefused(
                participant(account).body(Map.of("account", account, "amount", "60.01")).post(path),
                422,
                "FUNDS_INSUFFICIENT");
        assertThat(
                        participant(account)
                                .body(Map.of("account", account, "product", "CEA", "tonnes", 10))
                                .post(path)
                                .statusCode())
                .isEqualTo(201);
        assertRefused(
                participant(account).body(Map.of("account", account)).post(path),
                400,
                "RELEASE_AMBIGUOUS");
    }

    @Test
    void anUnknownMarketIsNotFound() {
        assertRefused(anybody().get("/markets/XX/session"), 404, "MARKET_UNKNOWN");
    }
}
