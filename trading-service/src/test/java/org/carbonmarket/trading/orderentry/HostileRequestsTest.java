package org.carbonmarket.trading.orderentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.trading.floor.TradingFloor.anybody;
import static org.carbonmarket.trading.floor.TradingFloor.participant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.testing.TestTokens;
import org.carbonmarket.trading.floor.RawHttp;
import org.carbonmarket.trading.floor.SimulatedDay;
import org.carbonmarket.trading.floor.TradingFloor;
import org.junit.jupiter.api.Test;

/**
 * Goal: whatever is sent to the order routes, the answer is a refusal with a code and nothing
 * changes. Method: requests from a seed, as raw bytes, from an account that owns nothing, so that
 * even one that happens to be right must be refused; 2,000 of them, or as many as {@code
 * market.test.hostile-requests} says (50,000 is the full size).
 */
@QuarkusTest
@TestProfile(SimulatedDay.class)
@QuarkusTestResource(MarketInfrastructure.class)
class HostileRequestsTest {

    private static final int REQUESTS = Integer.getInteger("market.test.hostile-requests", 2_000);

    private final JsonMapper json = new JsonMapper();
    private final long seed = Long.getLong("market.test.seed", System.nanoTime());
    private final Map<String, Integer> codes = new TreeMap<>();

    @Test
    void everyHostileRequestIsRefusedWithACodeAndChangesNothing() throws IOException {
        TradingFloor floor = TradingFloor.floor();
        floor.open();
        String account = floor.account(0, "0.00");
        String positionBefore = position(account);
        String sessionBefore = floor.phase() + anybody().get("/markets/CN/products").asString();
        HostileRequests requests =
                new HostileRequests(new Random(seed), account, TestTokens.participant(account));
        for (int i = 0; i < REQUESTS; i++) {
            RawHttp.Request request = requests.next();
            check(request, RawHttp.send(RestAssured.port, request));
        }
        assertThat(position(account)).isEqualTo(positionBefore);
        assertThat(floor.phase() + anybody().get("/markets/CN/products").asString())
                .isEqualTo(sessionBefore);
        assertThat(floor.kafka().read(Topic.TRADING_ORDERS))
                .as("seed %d", seed)
                .noneMatch(event ->
                        event instanceof OrderPlaced placed
                                && placed.account().value().equals(account));
        assertThat(codes).as("many kinds of refusals").hasSizeGreaterThan(15);
    }

    private void check(RawHttp.Request request, RawHttp.Answer answer)
            throws JsonProcessingException {
        String sent =
                "seed %d: %s %s %s -> %s"
                        .formatted(
                                seed,
                                request.method(),
                                request.path(),
                                start(request.body()),
                                answer);
        boolean isBatch = answer.status() == 200 && request.path().endsWith("/batch");
        if (isBatch) {
            for (JsonNode order : json.readTree(answer.body()).path("answers")) {
                assertThat(order.path("status").asInt()).as(sent).isBetween(400, 499);
                note(order.path("code").asText(), sent);
            }
        } else {
            assertThat(answer.status()).as(sent).isBetween(400, 499);
            assertThat(answer.contentType()).as(sent).contains("application/problem+json");
            note(json.readTree(answer.body()).path("code").asText(), sent);
        }
    }

    private void note(String code, String sent) {
        assertThat(code).as(sent).matches("[A-Z][A-Z_]+");
        codes.merge(code, 1, Integer::sum);
    }

    private static String start(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.substring(0, Math.min(200, text.length()));
    }

    private static String position(String account) {
        return participant(account)
                .get("/markets/CN/positions/" + account)
                .body()
                .path("products")
                .toString();
    }
}
