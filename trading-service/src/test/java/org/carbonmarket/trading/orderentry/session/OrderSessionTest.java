package org.carbonmarket.trading.orderentry.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carbonmarket.trading.floor.TradingFloor.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.testing.TestTokens;
import org.carbonmarket.trading.floor.SessionClient;
import org.carbonmarket.trading.floor.SimulatedDay;
import org.carbonmarket.trading.floor.TradingFloor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Order entry over a WebSocket, through the real log and engine. */
@QuarkusTest
@TestProfile(SimulatedDay.class)
@QuarkusTestResource(MarketInfrastructure.class)
class OrderSessionTest {

    private final TradingFloor floor = TradingFloor.floor();

    @BeforeEach
    void open() {
        floor.open();
    }

    @Test
    void answersComeInTheOrderOfTheRequests() throws InterruptedException, JsonProcessingException {
        String account = floor.account(100, "0.00");
        try (SessionClient session = session(account)) {
            List<String> sent = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String id = "r" + i;
                sent.add(id);
                session.send(
                        switch (i % 3) {
                            case 0 -> place(id, form(account, "SELL", "51.00", 1));
                            case 1 -> place(id, form(account, "SELL", "51.001", 1));
                            default -> Map.of("id", id, "heartbeat", true);
                        });
            }
            List<String> answered = new ArrayList<>();
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                JsonNode answer = session.answer();
                answered.add(answer.path("id").asText());
                statuses.add(answer.path("status").asInt());
            }
            assertThat(answered).isEqualTo(sent);
            assertThat(statuses.subList(0, 6)).containsExactly(201, 400, 200, 201, 400, 200);
        }
    }

    @Test
    void anOrderIsPlacedAndCancelledInOneSession()
            throws InterruptedException, JsonProcessingException {
        String account = floor.account(10, "0.00");
        try (SessionClient session = session(account)) {
            session.send(place("1", form(account, "SELL", "51.00", 10)));
            String order = session.answer().path("answer").path("order").asText();
            session.send(Map.of("id", "2", "cancel", order));
            JsonNode cancelled = session.answer();
            assertThat(cancelled.path("status").asInt()).isEqualTo(200);
            assertThat(cancelled.path("answer").path("quantity").asInt()).isEqualTo(10);
            session.send(Map.of("id", "3", "cancel", order));
            assertThat(session.answer().path("code").asText()).isEqualTo("ORDER_NOT_OPEN");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{; BODY_MALFORMED",
                "[]; FIELD_MALFORMED",
                "null; FIELD_MISSING",
                "{\"id\":\"1\"}; REQUEST_AMBIGUOUS",
                "{\"id\":\"1\",\"heartbeat\":true,\"cancel\":\"CN-1\"}; REQUEST_AMBIGUOUS",
                "{\"id\":\"1\",\"cancel\":\"HB-1\"}; ORDER_INVALID",
                "{\"id\":\"1\",\"replace\":\"CN-1\"}; REPLACEMENT_EMPTY",
                "{\"id\":\"1\",\"cancelAll\":{\"product\":\"cea\"}}; PRODUCT_INVALID",
                "{\"id\":\"1\",\"place\":{}}; FIELD_MISSING",
                "{\"id\":\"1\",\"sing\":true}; FIELD_UNKNOWN"
            })
    void aMalformedRequestIsAnsweredWithItsCode(String text, String code)
            throws InterruptedException, JsonProcessingException {
        try (SessionClient session = session("POWER-1")) {
            session.send(text);
            JsonNode answer = session.answer();
            assertThat(answer.path("code").asText()).as(answer.toString()).isEqualTo(code);
            assertThat(answer.path("status").asInt()).isEqualTo(400);
        }
    }

    @Test
    void aSessionIsOfItsOwnAccountOnly() throws InterruptedException, JsonProcessingException {
        try (SessionClient session = session("POWER-1")) {
            session.send(place("1", form("POWER-2", "SELL", "48.00", 1)));
            assertThat(session.answer().path("code").asText()).isEqualTo("NOT_YOUR_ACCOUNT");
        }
    }

    @Test
    void onlyAParticipantOpensASession() {
        assertThat(handshakeStatus(null)).isEqualTo(401);
        assertThat(handshakeStatus(TestTokens.of("market-operator"))).isEqualTo(403);
    }

    private static int handshakeStatus(@Nullable String token) {
        List<Integer> status = new ArrayList<>();
        assertThatThrownBy(() -> SessionClient.open(token, "").close())
                .isInstanceOf(CompletionException.class)
                .satisfies(failure -> {
                    if (failure.getCause() instanceof WebSocketHandshakeException refused) {
                        status.add(refused.getResponse().statusCode());
                    }
                });
        return status.isEmpty() ? 0 : status.getFirst();
    }

    private static SessionClient session(String account) {
        return SessionClient.open(TestTokens.participant(account), "");
    }

    private static Map<String, Object> place(String id, Map<String, Object> order) {
        return Map.of("id", id, "place", order);
    }
}
