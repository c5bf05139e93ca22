package org.carbonmarket.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.carbonmarket.acceptance.PublicTrades.Trade;
import org.carbonmarket.local.Api;
import org.carbonmarket.local.Api.Answer;
import org.carbonmarket.local.BusinessTime;
import org.carbonmarket.local.LaunchDay;
import org.carbonmarket.local.LaunchDaySheet;
import org.carbonmarket.local.Platform;
import org.carbonmarket.local.Ports;
import org.carbonmarket.local.ServiceName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launch day while every process of the platform is killed, and the Monday after it: first the
 * killed day, then what a subscriber saw of it, then what a participant is refused.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LaunchDayIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String MONDAY = "2021-07-19";
    private static final String SELLER = "P-0001";
    private static final String OTHER_SELLER = "P-0002";

    private final long seed = Long.getLong("market.seed", System.nanoTime());
    private Platform platform;
    private BusinessTime time;
    private Api api;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path data) throws Exception {
        Path home = Path.of(System.getProperty("market.home"));
        platform = new Platform(home, data, Ports.free(), System.out::println);
        platform.start();
        time = new BusinessTime(platform.bootstrapServers());
        api = new Api(platform);
    }

    @AfterAll
    void stop() {
        time.close();
        platform.close();
    }

    @Test
    @Order(1)
    void theDayEndsWithTheSameSheetWhicheverProcessIsKilled() throws Exception {
        System.out.println("kills of seed " + seed + "; repeat with -Dmarket.seed=" + seed);
        try (Kills kills = new Kills(platform, seed)) {
            LaunchDay day =
                    new LaunchDay(
                            api,
                            time,
                            line -> {
                                System.out.println(line);
                                if (line.startsWith("the market is open")) {
                                    kills.begin();
                                }
                            },
                            kills::keepPace);

            day.run();
            kills.done().get(15, TimeUnit.MINUTES);
            day.run();

            assertThat(LaunchDaySheet.differences(day.sheet().body())).isEmpty();
            assertThat(day.reconciliation().body().path("breakCount").asInt(-1)).isZero();
        }
    }

    @Test
    @Order(2)
    void aSubscriberSeesEachTradeOnceAndTheySumToTheSheet() {
        List<Trade> trades = PublicTrades.readAll(platform.bootstrapServers());

        assertThat(trades)
                .extracting(Trade::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, trades.size()).boxed().toList());
        assertThat(trades).extracting(Trade::id).doesNotHaveDuplicates();
        assertThat(trades.stream().mapToLong(Trade::tonnes).sum()).isEqualTo(4_103_953);
        assertThat(trades.stream().map(Trade::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("210230053.25");
        assertThat(trades.toString()).doesNotContain("P-00");
    }

    @Test
    @Order(3)
    void everyRouteOfEveryServiceIsDocumented() {
        for (ServiceName service : ServiceName.values()) {
            Answer document = Api.open(platform.url(service) + "/q/openapi?format=json");
            assertThat(document.status()).isEqualTo(200);
            assertThat(document.body().path("paths").size()).as(service.label()).isGreaterThan(3);
        }
    }

    @Test
    @Order(4)
    void onMondayEachRefusalHasItsCodeAndChangesNothing() {
        moveTo("09:15", "PRE_OPEN");
        moveTo("09:30", "OPEN");
        long sellable = sellable(SELLER);
        assertThat(sellable).isBetween(1L, 90_000L);

        refused(order(SELLER, "SELL", "51.23", sellable + 1), 422, "ALLOWANCES_INSUFFICIENT");
        refused(order(SELLER, "SELL", "56.36", 1), 422, "PRICE_OUTSIDE_LIMITS");
        refused(order(SELLER, "SELL", "46.10", 1), 422, "PRICE_OUTSIDE_LIMITS");
        refused(order(SELLER, "SELL", "51.231", 1), 400, "PRICE_OFF_TICK");
        refused(order(SELLER, "SELL", "51.23", 100_000), 422, "QUANTITY_OUT_OF_RANGE");
        assertThat(sellable(SELLER)).isEqualTo(sellable);

        assertThat(send(OTHER_SELLER, order(OTHER_SELLER, "SELL", "51.23", 10), "m-1").status())
                .isEqualTo(201);
        assertThat(send(SELLER, order(SELLER, "BUY", "51.23", 10), "m-2").text("state"))
                .isEqualTo("FILLED");
        refused(order(SELLER, "SELL", "51.23", sellable + 5), 422, "ALLOWANCES_BOUGHT_TODAY");

        Answer first = send(SELLER, order(SELLER, "SELL", "52.00", 7), "m-3");
        Answer again = send(SELLER, order(SELLER, "SELL", "52.00", 7), "m-3");
        assertThat(again.text("order")).isEqualTo(first.text("order"));
        assertThat(again.body().path("repeated").asBoolean()).isTrue();
        Answer other = send(SELLER, order(SELLER, "SELL", "52.00", 8), "m-3");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");

        Answer foreign = send(OTHER_SELLER, order(SELLER, "SELL", "52.00", 1), "m-4");
        assertThat(foreign.status()).isEqualTo(403);

        moveTo("11:30", "BREAK");
        refused(order(SELLER, "SELL", "51.23", 1), 422, "MARKET_NOT_OPEN");
        moveTo("13:00", "OPEN");
        moveTo("15:00", "CLOSED");
        await().atMost(PATIENCE)
                .until(() ->
                        api.get(ServiceName.SETTLEMENT, "auditor", "/days/CN/" + MONDAY)
                                .text("state")
                                .equals("CLEARED"));
        await().atMost(PATIENCE).until(() -> reconciliation().path("quiet").asBoolean());
        assertThat(reconciliation().path("breakCount").asInt(-1)).isZero();
    }

    private JsonNode reconciliation() {
        return api.get(ServiceName.REPORTING, "auditor", "/reconciliation").body();
    }

    private void moveTo(String clock, String phase) {
        time.set(MONDAY + "T" + clock + ":00+08:00");
        await().atMost(PATIENCE)
                .until(() -> {
                    JsonNode session =
                            api.get(ServiceName.TRADING, null, "/markets/CN/session").body();
                    return session.path("day").asText().equals(MONDAY)
                            && session.path("phase").asText().equals(phase);
                });
    }

    private long sellable(String account) {
        return api.get(ServiceName.TRADING, account, "/markets/CN/positions/" + account)
                .body()
                .path("products")
                .path(0)
                .path("sellable")
                .asLong();
    }

    private void refused(Map<String, Object> order, int status, String code) {
        Answer answer = send(SELLER, order, "refused-" + order.hashCode() + code);
        assertThat(answer.body().toString()).contains(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("detail")).isNotBlank();
    }

    private Answer send(String as, Map<String, Object> order, String key) {
        return api.post(ServiceName.TRADING, as, "/markets/CN/orders", key, order);
    }

    private static Map<String, Object> order(
            String account, String side, String price, long quantity) {
        Map<String, Object> order = new HashMap<>();
        order.put("account", account);
        order.put("product", "CEA");
        order.put("side", side);
        order.put("price", price);
        order.put("quantity", quantity);
        return order;
    }
}
