package org.carbonmarket.trading.blocktrading;

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
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.trading.floor.SimulatedDay;
import org.carbonmarket.trading.floor.TradingFloor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Block trading over REST, through the real log, engine and projection. */
@QuarkusTest
@TestProfile(SimulatedDay.class)
@QuarkusTestResource(MarketInfrastructure.class)
class BlockOffersTest {

    private static final String OFFERS = "/markets/CN/block-offers";

    private final TradingFloor floor = TradingFloor.floor();

    @BeforeEach
    void openTheAfternoon() {
        floor.openAfternoon();
    }

    @Test
    void anOfferIsCounteredAndConfirmed() {
        String seller = floor.account(200_000, "0.00");
        String buyer = floor.account(0, "9000000.00");
        Response offered = offer(form(seller, "46.50", 200_000, buyer), null);
        assertThat(offered.statusCode()).as(offered.asString()).isEqualTo(201);
        String offer = text(offered, "order");
        assertThat(offered.header("Location")).endsWith("/block-offers/" + offer);

        Response countered =
                participant(buyer)
                        .body(Map.of("price", "45.00", "quantity", 150_000))
                        .post(OFFERS + "/" + offer + "/counter-offers");
        assertThat(countered.statusCode()).as(countered.asString()).isEqualTo(201);
        String counter = text(countered, "order");
        Response confirmed = participant(seller).post(OFFERS + "/" + counter + "/confirmation");

        assertThat(confirmed.statusCode()).as(confirmed.asString()).isEqualTo(200);
        assertThat(text(confirmed, "counterparty")).isEqualTo(buyer);
        awaitState(seller, offer, "SUPERSEDED");
        awaitState(buyer, counter, "CONFIRMED");
        assertThat(text(read(seller, counter), "trade")).isEqualTo(text(confirmed, "trade"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    Response position = participant(seller).get("/markets/CN/positions/" + seller);
                    assertThat(text(position, "funds")).isEqualTo("6750000.00");
                    assertThat(text(position, "products.sellable")).isEqualTo("[50000]");
                });
    }

    @Test
    void whatStandsIsReservedAndListed() {
        String seller = floor.account(250_000, "0.00");
        String published = text(offer(form(seller, "46.50", 100_000, null), null), "order");
        String other = floor.account(1, "0.00");
        String made = text(offer(form(seller, "46.60", 100_000, other), null), "order");
        awaitState(seller, made, "STANDING");

        assertThat(listed(other, "")).contains(published).doesNotContain(made);
        assertThat(listed(seller, "?list=OWN&limit=2")).containsExactly(made, published);
        assertThat(listed(other, "?list=MADE_TO_ME")).containsExactly(made);
        Response position = participant(seller).get("/markets/CN/positions/" + seller);
        assertThat(text(position, "products.inOrders")).isEqualTo("[200000]");

        assertThat(participant(other).post(OFFERS + "/" + made + "/declining").statusCode())
                .isEqualTo(200);
        assertThat(participant(seller).delete(OFFERS + "/" + published).statusCode())
                .isEqualTo(200);
        awaitState(seller, made, "DECLINED");
        awaitState(seller, published, "WITHDRAWN");
        assertThat(listed(other, "")).doesNotContain(published);
    }

    @Test
    void anOfferMadeToOneIsHiddenFromOthers() {
        String seller = floor.account(100_000, "0.00");
        String other = floor.account(1, "0.00");
        String stranger = floor.account(1, "0.00");
        String made = text(offer(form(seller, "46.60", 100_000, other), null), "order");
        awaitState(other, made, "STANDING");

        assertRefused(read(stranger, made), 404, "OFFER_UNKNOWN");
        assertRefused(
                participant(stranger).post(OFFERS + "/" + made + "/confirmation"),
                422,
                "OFFER_NOT_OPEN");
        assertRefused(
                participant(stranger).get(OFFERS + "?list=OWN&account=" + seller),
                403,
                "NOT_YOUR_ACCOUNT");
        assertThat(as("market-operator").get(OFFERS + "/" + made).statusCode()).isEqualTo(200);
    }

    @Test
    void aRepeatedKeyGetsTheFirstAnswer() {
        String seller = floor.account(300_000, "0.00");
        Map<String, Object> form = form(seller, "46.50", 100_000, null);
        Response first = offer(form, "block-1");
        Response again = offer(form, "block-1");

        assertThat(text(again, "order")).isEqualTo(text(first, "order"));
        assertThat((Boolean) again.path("repeated")).isTrue();
        assertRefused(
                offer(form(seller, "46.51", 100_000, null), "block-1"),
                422,
                "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void whatTheRulesForbidIsRefusedWithItsCode() {
        String seller = floor.account(300_000, "0.00");
        assertRefused(
                offer(form(seller, "46.50", 99_999, null), null), 422, "QUANTITY_OUT_OF_RANGE");
        assertRefused(
                offer(form(seller, "1.00", 100_000, null), null), 422, "PRICE_OUTSIDE_LIMITS");
        assertRefused(
                offer(form(seller, "46.50", 300_001, null), null), 422, "ALLOWANCES_INSUFFICIENT");
        assertRefused(
                offer(form(seller, "46.50", 100_000, seller), null),
                422,
                "COUNTERPARTY_NOT_ALLOWED");
    }

    @Test
    void aMalformedOfferNeverReachesTheMarket() {
        String seller = floor.account(1, "0.00");
        Map<String, Object> form = form(seller, "46.50", 100_000, null);
        for (String time :
                List.of("tomorrow", "2021-07-16T14:00", "+999999999-12-31T23:00+08:00")) {
            Map<String, Object> untimely = new HashMap<>(form);
            untimely.put("goodUntil", time);
            assertRefused(offer(untimely, null), 400, "TIME_INVALID");
        }
        assertRefused(offer(form(seller, "46.501", 100_000, null), null), 400, "PRICE_OFF_TICK");
        assertRefused(offer(form(seller, "46.50", 0, null), null), 400, "QUANTITY_INVALID");
        assertRefused(offer(form(seller, "46.50", 100_000, "a b"), null), 400, "ACCOUNT_INVALID");
        assertRefused(
                participant(seller).post(OFFERS + "/HB-1/confirmation"), 400, "ORDER_INVALID");
        assertRefused(participant(seller).get(OFFERS + "?list=ALL"), 400, "LIST_INVALID");
        assertRefused(as("auditor").get(OFFERS + "?list=OWN"), 400, "FIELD_MISSING");
    }

    @Test
    void onlyTheParticipantItselfNegotiates() {
        String seller = floor.account(100_000, "0.00");
        Map<String, Object> form = form(seller, "46.50", 100_000, null);

        assertThat(anybody().contentType(ContentType.JSON).body(form).post(OFFERS).statusCode())
                .isEqualTo(401);
        assertThat(as("market-operator").body(form).post(OFFERS).statusCode()).isEqualTo(403);
        assertRefused(participant("SOMEBODY").body(form).post(OFFERS), 403, "NOT_YOUR_ACCOUNT");
    }

    private static Map<String, Object> form(
            String account, String price, long quantity, @Nullable String counterparty) {
        Map<String, Object> form = new HashMap<>();
        form.put("account", account);
        form.put("product", "CEA");
        form.put("side", "SELL");
        form.put("price", price);
        form.put("quantity", quantity);
        if (counterparty != null) {
            form.put("counterparty", counterparty);
        }
        return form;
    }

    private static Response offer(Map<String, Object> form, @Nullable String key) {
        RequestSpecification request = participant(String.valueOf(form.get("account")));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.body(form).post(OFFERS);
    }

    private static Response read(String account, String offer) {
        return participant(account).get(OFFERS + "/" + offer);
    }

    private static List<String> listed(String account, String query) {
        return participant(account).get(OFFERS + query).path("items.offer");
    }

    private static void awaitState(String account, String offer, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(text(read(account, offer), "state")).isEqualTo(state));
    }
}
