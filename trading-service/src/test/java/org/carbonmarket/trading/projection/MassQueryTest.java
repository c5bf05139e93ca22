package org.carbonmarket.trading.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carbonmarket.trading.floor.TradingFloor.ORDERS;
import static org.carbonmarket.trading.floor.TradingFloor.as;
import static org.carbonmarket.trading.floor.TradingFloor.assertRefused;
import static org.carbonmarket.trading.floor.TradingFloor.order;
import static org.carbonmarket.trading.floor.TradingFloor.participant;
import static org.carbonmarket.trading.floor.TradingFloor.sell;
import static org.carbonmarket.trading.floor.TradingFloor.text;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.marketlog.MarketCommand;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.trading.floor.SimulatedDay;
import org.carbonmarket.trading.floor.TradingFloor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders and releases read back: filters, pages, and the URLs that a 202 gives. */
@QuarkusTest
@TestProfile(SimulatedDay.class)
@QuarkusTestResource(MarketInfrastructure.class)
class MassQueryTest {

    private static final String RELEASES = "/markets/CN/releases";

    private final TradingFloor floor = TradingFloor.floor();

    @BeforeEach
    void open() {
        floor.open();
    }

    @Test
    void pagesHoldEveryOrderOnceNewestFirst() {
        String account = floor.account(100, "0.00");
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            placed.addFirst(text(sell(account, "51.50", 1), "order"));
        }
        awaitOrders(account, 7);
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            Response page = participant(account).get(ORDERS + "?limit=3" + cursor);
            read.addAll(page.<List<String>>path("items.order"));
            cursor = page.path("next") == null ? "" : "&cursor=" + page.path("next");
        } while (!cursor.isEmpty());
        assertThat(read).isEqualTo(placed);
    }

    @Test
    void filtersLetThroughWhatTheyName() {
        String account = floor.account(100, "0.00");
        String open = text(sell(account, "51.50", 1), "order");
        sell(account, "51.50", 1_000);
        awaitOrders(account, 2);
        assertThat(orders(account, "?state=RESTING")).containsExactly(open);
        assertThat(orders(account, "?state=REJECTED&product=CEA")).hasSize(1);
        assertThat(orders(account, "?product=CEA21")).isEmpty();
        assertRefused(participant(account).get(ORDERS + "?state=GONE"), 400, "STATE_INVALID");
        assertRefused(participant(account).get(ORDERS + "?product=x"), 400, "PRODUCT_INVALID");
        assertRefused(participant(account).get(ORDERS + "?limit=501"), 400, "LIMIT_INVALID");
        assertRefused(participant(account).get(ORDERS + "?account=X"), 400, "ACCOUNT_INVALID");
        assertRefused(
                participant(account).get(ORDERS + "?account=POWER-0"), 403, "NOT_YOUR_ACCOUNT");
    }

    @Test
    void theUrlOfARetriedOrderLeadsToTheFirst() {
        String account = floor.account(10, "0.00");
        String first = text(order(account, "SELL", "51.50", 1, "retried"), "order");
        String command = text(order(account, "SELL", "51.50", 1, "retried"), "command");
        long end =
                floor.kafka().read(Topic.MARKET_LOG).stream()
                        .filter(MarketCommand.class::isInstance)
                        .count();
        String url = ORDERS + "/CN-" + (end + 1_000) + "?command=" + command;
        await().atMost(Duration.ofSeconds(20))
                .until(() -> participant(account).get(url).statusCode() == 200);
        assertThat(text(participant(account).get(url), "order")).isEqualTo(first);
        String awaited = ORDERS + "/CN-" + (end + 1_000) + "?command=none-1";
        assertThat(participant(account).get(awaited).statusCode()).isEqualTo(202);
        assertRefused(
                participant(account).get(ORDERS + "/CN-0?command=none-1"), 404, "ORDER_UNKNOWN");
    }

    @Test
    void aReleaseWithAKeyHappensOnce() {
        String account = floor.account(0, "100.00");
        Response first = release(account, "40.00", "r-1");
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        String command = text(first, "command");
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        text(participant(account).get(RELEASES + "/" + command), "state")
                                .equals("RELEASED"));
        Response again = release(account, "40.00", "r-1");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(text(again, "release")).isEqualTo(text(first, "release"));
        assertRefused(release(account, "41.00", "r-1"), 422, "IDEMPOTENCY_KEY_REUSED");
        assertRefused(release(account, "41.00", "a b"), 400, "IDEMPOTENCY_KEY_INVALID");
        assertThat(release(account, "60.00", "r-2").statusCode()).isEqualTo(201);
        assertRefused(release(account, "0.01", "r-3"), 422, "FUNDS_INSUFFICIENT");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertRefused(release(account, "0.01", "r-3"), 422, "FUNDS_INSUFFICIENT"));
    }

    @Test
    void aReleaseIsReadByItsAccountAlone() {
        String account = floor.account(0, "100.00");
        String command = text(release(account, "1.00", "r-1"), "command");
        String url = RELEASES + "/" + command;
        assertRefused(participant("POWER-0").get(url), 404, "RELEASE_UNKNOWN");
        assertRefused(participant(account).get(RELEASES + "/none"), 404, "RELEASE_UNKNOWN");
        assertThat(as("market-operator").get(url).statusCode()).isEqualTo(200);
    }

    private static Response release(String account, String amount, String key) {
        return participant(account)
                .header("Idempotency-Key", key)
                .body(Map.of("account", account, "amount", amount))
                .post(RELEASES);
    }

    private static void awaitOrders(String account, int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> orders(account, "").size() == count);
    }

    private static List<String> orders(String account, String filters) {
        return participant(account).get(ORDERS + filters).path("items.order");
    }
}
