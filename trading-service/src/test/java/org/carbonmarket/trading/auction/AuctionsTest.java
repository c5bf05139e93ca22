package org.carbonmarket.trading.auction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carbonmarket.trading.floor.TradingFloor.anybody;
import static org.carbonmarket.trading.floor.TradingFloor.as;
import static org.carbonmarket.trading.floor.TradingFloor.assertRefused;
import static org.carbonmarket.trading.floor.TradingFloor.participant;
import static org.carbonmarket.trading.floor.TradingFloor.text;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.trading.engine.AuctionKeys;
import org.carbonmarket.trading.floor.SimulatedDay;
import org.carbonmarket.trading.floor.TradingFloor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One-way auctions over REST, through the real log, engine, clerk and projection. */
@QuarkusTest
@TestProfile(SimulatedDay.class)
@QuarkusTestResource(MarketInfrastructure.class)
class AuctionsTest {

    private static final String AUCTIONS = "/markets/CN/auctions";

    private final TradingFloor floor = TradingFloor.floor();

    @BeforeEach
    void openTheMorning() {
        floor.openMorning();
        floor.setTime("09:45");
    }

    @Test
    void theHighestBidsAreAwardedWhenTheWindowIsOver() {
        String seller = floor.account(1_000, "0.00");
        String high = floor.account(0, "100000.00");
        String low = floor.account(0, "100000.00");
        String auction = announced(form(seller, 1_000, "40.00", "PAY_AS_BID"));
        floor.setTime("10:00");
        String first = bid(low, auction, "44.00", 600);
        String second = bid(high, auction, "45.00", 700);

        floor.setTime("10:30");

        Response ended = awaitState(auction, "ENDED");
        assertThat(text(ended, "sold")).isEqualTo("1000");
        assertThat(text(ended, "unsold")).isEqualTo("0");
        assertThat(text(ended, "amount")).isEqualTo("44700.00");
        assertThat(text(ended, "lowestPrice")).isEqualTo("44.00");
        assertThat(bids(high)).isEqualTo(second + " FILLED 45.00 700 31500.00");
        assertThat(bids(low)).isEqualTo(first + " PARTLY_FILLED 44.00 600 13200.00");
        Response position = participant(seller).get("/markets/CN/positions/" + seller);
        assertThat(text(position, "funds")).isEqualTo("44700.00");
    }

    @Test
    void anAuctionIsEndedBeforeTheDayWhenTheClockJumps() {
        String seller = floor.account(500, "0.00");
        String buyer = floor.account(0, "100000.00");
        String auction = announced(form(seller, 500, "40.00", "UNIFORM"));
        floor.setTime("10:00");
        bid(buyer, auction, "44.00", 500);

        floor.setTime("15:00");

        assertThat(text(awaitState(auction, "ENDED"), "sold")).isEqualTo("500");
        floor.awaitPhase("CLOSED");
    }

    @Test
    void beforeTheEndNobodyCanReadABid() {
        String seller = floor.account(1_000, "0.00");
        String bidder = floor.account(0, "9000000.00");
        String auction = announced(form(seller, 1_000, "40.00", "UNIFORM"));
        floor.setTime("10:00");
        Map<String, Object> form = bidding(bidder, "43210.98", 77);
        form.put("reserve", "8000000.00");
        Response answer = participant(bidder).body(form).post(AUCTIONS + "/" + auction + "/bids");
        String bid = text(answer, "order");
        await().untilAsserted(() -> assertThat(bids(bidder)).startsWith(bid + " SEALED"));

        for (String role : List.of("market-operator", "regulator", "auditor")) {
            for (String path :
                    List.of(
                            "/markets/CN/bids?account=" + bidder,
                            "/markets/CN/auctions/" + auction,
                            "/markets/CN/orders?account=" + bidder,
                            "/markets/CN/positions/" + bidder)) {
                assertThat(as(role).get(path).asString())
                        .as(role + " reads " + path)
                        .doesNotContain("43210.98");
            }
        }
        assertThat(participant(bidder).get("/markets/CN/bids").asString())
                .doesNotContain("43210.98");
        for (Topic topic : Topic.values()) {
            floor.kafka()
                    .records(topic.topicName())
                    .forEach(message ->
                            assertThat(new String(message.value(), StandardCharsets.UTF_8))
                                    .as(topic.topicName())
                                    .doesNotContain("43210.98"));
        }
    }

    @Test
    void aBidderMaySealItsBidItself() {
        String seller = floor.account(100, "0.00");
        String bidder = floor.account(0, "100000.00");
        String auction = announced(form(seller, 100, "40.00", "UNIFORM"));
        String sealingKey = text(anybody().get(AUCTIONS + "/" + auction), "sealingKey");
        String sealed =
                new AuctionKeys(sealingKey, "")
                        .seal(OrderId.parse(auction), AccountId.of(bidder), "41.50", 100);
        floor.setTime("10:00");

        Map<String, Object> form =
                Map.of("account", bidder, "reserve", "5000.00", "sealedBid", sealed);
        Response placed = participant(bidder).body(form).post(AUCTIONS + "/" + auction + "/bids");
        assertThat(placed.statusCode()).as(placed.asString()).isEqualTo(201);
        floor.setTime("10:30");
        awaitState(auction, "ENDED");

        assertThat(bids(bidder)).endsWith("FILLED 41.50 100 4150.00");
    }

    @Test
    void aRetriedBidCountsOnce() {
        String seller = floor.account(100, "0.00");
        String bidder = floor.account(0, "10000.00");
        String auction = announced(form(seller, 100, "40.00", "UNIFORM"));
        floor.setTime("10:00");

        Response first = keyed(bidder, "k-1").body(bidding(bidder, "41.00", 100)).post(to(auction));
        Response again = keyed(bidder, "k-1").body(bidding(bidder, "41.00", 100)).post(to(auction));
        Response other = keyed(bidder, "k-1").body(bidding(bidder, "41.01", 100)).post(to(auction));

        assertThat(text(again, "order")).isEqualTo(text(first, "order"));
        assertThat(text(again, "repeated")).isEqualTo("true");
        assertRefused(other, 422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aBidIsTakenBackByItsBidderAlone() {
        String seller = floor.account(100, "0.00");
        String bidder = floor.account(0, "10000.00");
        String auction = announced(form(seller, 100, "40.00", "UNIFORM"));
        floor.setTime("10:00");
        String bid = bid(bidder, auction, "41.00", 100);

        assertRefused(participant(seller).delete("/markets/CN/bids/" + bid), 422, "BID_NOT_OPEN");
        Response back = participant(bidder).delete("/markets/CN/bids/" + bid);

        assertThat(text(back, "reason")).isEqualTo("WITHDRAWN");
    }

    @Test
    void onlyTheInvitedBidAndTheOperatorInvites() {
        String seller = floor.account(100, "0.00");
        String guest = floor.account(0, "10000.00");
        String late = floor.account(0, "10000.00");
        Map<String, Object> form = form(seller, 100, "40.00", "UNIFORM");
        form.put("bidders", List.of(guest));
        String auction = announced(form);
        floor.setTime("10:00");

        bid(guest, auction, "41.00", 50);
        assertRefused(
                participant(late).body(bidding(late, "41.00", 50)).post(to(auction)),
                422,
                "BIDDER_NOT_ADMITTED");
        Response admitted =
                as("market-operator")
                        .body(Map.of("account", late))
                        .post(AUCTIONS + "/" + auction + "/bidders");
        assertThat(admitted.statusCode()).as(admitted.asString()).isEqualTo(200);
        bid(late, auction, "41.00", 50);
    }

    @Test
    void anAuctionCanBeCalledOff() {
        String seller = floor.account(100, "0.00");
        String auction = announced(form(seller, 100, "40.00", "UNIFORM"));

        Response off =
                as("market-operator")
                        .body(Map.of("reason", "Announced in error."))
                        .post(AUCTIONS + "/" + auction + "/cancellation");

        assertThat(off.statusCode()).as(off.asString()).isEqualTo(200);
        assertThat(text(awaitState(auction, "CANCELLED"), "reason"))
                .isEqualTo("Announced in error.");
    }

    @Test
    void badAnnouncementsAreRefused() {
        String seller = floor.account(100, "0.00");
        assertRefused(
                announce(form(seller, 101, "40.00", "UNIFORM")), 422, "ALLOWANCES_INSUFFICIENT");
        assertRefused(announce(with(seller, "pricing", "DUTCH")), 400, "PRICING_INVALID");
        assertRefused(announce(with(seller, "reservePrice", "40.001")), 400, "PRICE_OFF_TICK");
        assertRefused(announce(with(seller, "quantity", -1)), 400, "QUANTITY_INVALID");
        assertRefused(announce(with(seller, "opensAt", "soon")), 400, "TIME_INVALID");
        assertRefused(announce(with(seller, "closesAt", null)), 400, "FIELD_MISSING");
        assertRefused(
                announce(with(seller, "closesAt", floor.day() + "T16:00:00+08:00")),
                422,
                "TIME_OUT_OF_RANGE");
        assertRefused(announce(with("NOBODY-1", "quantity", 1)), 422, "ACCOUNT_NOT_ACTIVE");
        assertThat(
                        participant(seller)
                                .body(form(seller, 100, "40.00", "UNIFORM"))
                                .post(AUCTIONS)
                                .statusCode())
                .isEqualTo(403);
    }

    @Test
    void badBidsAreRefused() {
        String seller = floor.account(100, "0.00");
        String bidder = floor.account(0, "10000.00");
        String other = floor.account(0, "10000.00");
        String auction = announced(form(seller, 100, "40.00", "UNIFORM"));

        assertRefused(
                place(bidder, auction, bidding(bidder, "41.00", 10)), 422, "AUCTION_NOT_OPEN");
        floor.setTime("10:00");
        assertRefused(place(other, auction, bidding(bidder, "41.00", 10)), 403, "NOT_YOUR_ACCOUNT");
        assertRefused(place(bidder, auction, bidding(bidder, "41.001", 10)), 400, "PRICE_OFF_TICK");
        assertRefused(place(bidder, auction, bidding(bidder, "41.00", 0)), 400, "QUANTITY_INVALID");
        assertRefused(
                place(bidder, "CN-999999", bidding(bidder, "41.00", 1)), 404, "AUCTION_UNKNOWN");
        Map<String, Object> poor = bidding(bidder, "41.00", 100);
        poor.put("reserve", "4099.99");
        assertRefused(place(bidder, auction, poor), 400, "RESERVE_TOO_SMALL");
        poor.put("reserve", "10000.01");
        assertRefused(place(bidder, auction, poor), 422, "FUNDS_INSUFFICIENT");
        poor.put("sealedBid", "AAAA");
        assertRefused(place(bidder, auction, poor), 400, "BID_AMBIGUOUS");
        assertRefused(
                place(seller, auction, bidding(seller, "41.00", 1)), 422, "BIDDER_NOT_ADMITTED");
    }

    private Map<String, Object> form(String seller, long tonnes, String price, String pricing) {
        Map<String, Object> form = new HashMap<>();
        form.put("account", seller);
        form.put("product", "CEA");
        form.put("quantity", tonnes);
        form.put("reservePrice", price);
        form.put("pricing", pricing);
        form.put("opensAt", floor.day() + "T10:00:00+08:00");
        form.put("closesAt", floor.day() + "T10:30:00+08:00");
        return form;
    }

    private Map<String, Object> with(String seller, String field, @Nullable Object value) {
        Map<String, Object> form = form(seller, 100, "40.00", "UNIFORM");
        form.put(field, value);
        return form;
    }

    private static Response announce(Map<String, Object> form) {
        return as("market-operator").body(form).post(AUCTIONS);
    }

    private static String announced(Map<String, Object> form) {
        Response answer = announce(form);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        String auction = text(answer, "auction");
        awaitState(auction, "ANNOUNCED");
        return auction;
    }

    private static Response awaitState(String auction, String state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    Response found = anybody().get(AUCTIONS + "/" + auction);
                    assertThat(text(found, "state")).as(found.asString()).isEqualTo(state);
                });
        return anybody().get(AUCTIONS + "/" + auction);
    }

    private static String to(String auction) {
        return AUCTIONS + "/" + auction + "/bids";
    }

    private static RequestSpecification keyed(String bidder, String key) {
        return participant(bidder).header("Idempotency-Key", key);
    }

    private static Map<String, Object> bidding(String bidder, String price, long tonnes) {
        Map<String, Object> form = new HashMap<>();
        form.put("account", bidder);
        form.put("price", price);
        form.put("quantity", tonnes);
        form.put("reserve", "9000.00");
        return form;
    }

    private static Response place(String caller, String auction, Map<String, Object> form) {
        return participant(caller).body(form).post(to(auction));
    }

    private static String bid(String bidder, String auction, String price, long tonnes) {
        Map<String, Object> form = bidding(bidder, price, tonnes);
        form.put("reserve", tonnes > 100 ? "50000.00" : "9000.00");
        Response placed = place(bidder, auction, form);
        assertThat(placed.statusCode()).as(placed.asString()).isEqualTo(201);
        return text(placed, "order");
    }

    /** The account's one bid in words. */
    private static String bids(String bidder) {
        Response list = participant(bidder).get("/markets/CN/bids");
        return text(list, "items[0].bid")
                + " "
                + text(list, "items[0].state")
                + " "
                + text(list, "items[0].price")
                + " "
                + text(list, "items[0].quantity")
                + " "
                + text(list, "items[0].amount");
    }
}
