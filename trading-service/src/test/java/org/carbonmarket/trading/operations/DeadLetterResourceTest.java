package org.carbonmarket.trading.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carbonmarket.trading.floor.TradingFloor.as;
import static org.carbonmarket.trading.floor.TradingFloor.assertRefused;
import static org.carbonmarket.trading.floor.TradingFloor.participant;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.trading.floor.SimulatedDay;
import org.carbonmarket.trading.floor.TradingFloor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message nobody understands waits for an operator. */
@QuarkusTest
@TestProfile(SimulatedDay.class)
@QuarkusTestResource(MarketInfrastructure.class)
class DeadLetterResourceTest {

    private static final String LETTERS = "/dead-letters/trading-bridge/registry.holdings";

    private final TradingFloor floor = TradingFloor.floor();

    @BeforeEach
    void open() {
        floor.open();
    }

    @Test
    void aMessageNobodyUnderstandsIsSeenTriedAgainAndTakenOutOfTheWay() {
        floor.kafka()
                .publishRaw(
                        Topic.REGISTRY_HOLDINGS,
                        0,
                        "POISONED",
                        Map.of("ce_type", "org.carbonmarket.registry.nonsense.v1"),
                        "{}".getBytes(StandardCharsets.UTF_8));
        await().atMost(Duration.ofSeconds(20)).until(() -> !offsets().isEmpty());
        Response replayed = operator().post(LETTERS + "/replay");
        assertThat(replayed.asString()).isEqualTo("{\"handedOver\":0,\"waiting\":1}");
        String discarding = LETTERS + "/0/" + offsets().getFirst() + "/discarding";
        assertRefused(as("market-operator").body("{}").post(discarding), 400, "FIELD_MISSING");
        Map<String, String> reason = Map.of("reason", "A test message");
        assertThat(as("market-operator").body(reason).post(discarding).statusCode()).isEqualTo(200);
        assertRefused(
                as("market-operator").body(reason).post(discarding), 404, "DEAD_LETTER_UNKNOWN");
        assertThat(offsets()).isEmpty();
        assertThat(operator().post(LETTERS + "/replay").asString())
                .isEqualTo("{\"handedOver\":0,\"waiting\":0}");
    }

    @Test
    void onlyAMarketOperatorLooksAndOnlyWhereThereIsSomething() {
        assertThat(participant("POWER-1").get(LETTERS).statusCode()).isEqualTo(403);
        assertRefused(
                operator().get("/dead-letters/nobody/registry.holdings"), 404, "CONSUMER_UNKNOWN");
        assertRefused(operator().get("/dead-letters/trading-bridge/news"), 404, "TOPIC_UNKNOWN");
    }

    private static List<Integer> offsets() {
        return operator().get(LETTERS).path("offset");
    }

    private static RequestSpecification operator() {
        return as("market-operator");
    }
}
