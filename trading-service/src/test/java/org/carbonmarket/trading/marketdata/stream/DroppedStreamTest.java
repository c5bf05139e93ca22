package org.carbonmarket.trading.marketdata.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.trading.floor.TradingFloor.ORDERS;
import static org.carbonmarket.trading.floor.TradingFloor.anybody;
import static org.carbonmarket.trading.floor.TradingFloor.assertRefused;
import static org.carbonmarket.trading.floor.TradingFloor.form;
import static org.carbonmarket.trading.floor.TradingFloor.participant;
import static org.carbonmarket.trading.floor.TradingFloor.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carbonmarket.events.envelope.MarketJson;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.events.trading.QuoteEvent.QuotePublished;
import org.carbonmarket.events.trading.TradeEvent.TradeExecuted;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.trading.floor.MarketStream;
import org.carbonmarket.trading.floor.MarketStream.StreamEvent;
import org.carbonmarket.trading.floor.SimulatedDay;
import org.carbonmarket.trading.floor.TradingFloor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Goal: a reader that loses its connection whenever it likes ends with the market's trades and
 * books. Method: orders trade all the while; a client reads some events, drops the connection and
 * comes back with the last id it saw, 100 times; so few trades are remembered in memory that many a
 * return goes through the database. The topics are the judge.
 */
@QuarkusTest
@TestProfile(SimulatedDay.class)
@QuarkusTestResource(MarketInfrastructure.class)
class DroppedStreamTest {

    private static final int DROPS = 100;

    private final JsonMapper json = new JsonMapper();
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final TradingFloor floor = TradingFloor.floor();

    /** What the client knows. */
    private final List<String> trades = new ArrayList<>();

    private final Map<String, JsonNode> books = new TreeMap<>();
    private @Nullable String cursor;

    @BeforeEach
    void open() {
        floor.open();
    }

    @Test
    void aReaderThatDropsAHundredTimesEndsWithTheTradesAndBooksOfTheLog()
            throws IOException, InterruptedException {
        JsonNode snapshot = json.readTree(anybody().get("/markets/CN/snapshot").asString());
        cursor = snapshot.path("cursor").asText();
        snapshot.path("quotes").forEach(this::learn);
        long before = Cursor.parse(Market.CN, snapshot.path("cursor").asText()).trades();
        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture<Void> trading = CompletableFuture.runAsync(() -> trade(isOver));
        for (int drop = 0; drop < DROPS; drop++) {
            read(random.nextInt(12));
        }
        isOver.set(true);
        trading.join();
        assertEndsWithTheLog(before);
    }

    private void assertEndsWithTheLog(long before) throws IOException, InterruptedException {
        List<String> logged =
                floor.kafka().read(Topic.TRADING_TRADES).stream()
                        .map(TradeExecuted.class::cast)
                        .filter(trade -> trade.trade().sequence() > before)
                        .map(trade -> trade.trade().toString())
                        .toList();
        Map<String, QuotePublished> newest = new TreeMap<>();
        floor.kafka().read(Topic.TRADING_QUOTES).stream()
                .map(QuotePublished.class::cast)
                .forEach(quote -> newest.put(quote.product().value(), quote));
        try (MarketStream stream = MarketStream.open(stream(), cursor)) {
            while (trades.size() < logged.size() || !reached(newest)) {
                take(stream.next());
            }
        }
        assertThat(trades).as("seed %d", seed).isEqualTo(logged).hasSizeGreaterThan(DROPS);
        newest.forEach((product, quote) ->
                assertThat(books.get(product)).as("seed %d", seed).isEqualTo(tree(quote)));
    }

    private boolean reached(Map<String, QuotePublished> newest) {
        return newest.entrySet().stream()
                .allMatch(quote -> {
                    JsonNode book = books.get(quote.getKey());
                    return book != null && book.path("asOf").asLong() >= quote.getValue().asOf();
                });
    }

    /** One connection: reads so many events and drops. */
    private void read(int events) throws IOException, InterruptedException {
        try (MarketStream stream = MarketStream.open(stream(), cursor)) {
            for (int i = 0; i < events; i++) {
                take(stream.next());
            }
        }
    }

    private void take(StreamEvent event) throws JsonProcessingException {
        assertThat(event.name()).as(event.data()).isNotEqualTo("end");
        cursor = event.id();
        JsonNode data = json.readTree(event.data());
        switch (event.name()) {
            case "trade-executed" -> trades.add(data.path("trade").asText());
            case "quote-published" -> learn(data);
            default -> {
                // The session's events are no part of this test.
            }
        }
    }

    private void learn(JsonNode quote) {
        JsonNode known = books.put(quote.path("product").asText(), quote);
        if (known != null) {
            assertThat(quote.path("asOf").asLong())
                    .as("a quote never steps back, seed %d", seed)
                    .isGreaterThanOrEqualTo(known.path("asOf").asLong());
        }
    }

    private JsonNode tree(QuotePublished quote) {
        try {
            return json.readTree(MarketJson.mapper().writeValueAsString(quote));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Sells and buys one tonne after the other, 20 of each at a time. */
    private void trade(AtomicBoolean isOver) {
        String seller = floor.account(1_000_000, "0.00");
        String buyer = floor.account(0, "99999999.00");
        while (!isOver.get()) {
            batch(seller, "SELL");
            batch(buyer, "BUY");
        }
    }

    private static void batch(String account, String side) {
        List<Map<String, Object>> orders = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            orders.add(Map.of("order", form(account, side, "48.00", 1)));
        }
        participant(account).body(Map.of("orders", orders)).post(ORDERS + "/batch");
    }

    private static URI stream() {
        return URI.create("http://localhost:" + RestAssured.port + "/api/v1/markets/CN/stream");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "HB.1.2.3", "CN.1.2", "CN.1.2.-3", "CN.1.2.3.4", "CN.a.b.c"})
    void aForeignCursorIsRefused(String foreign) {
        assertRefused(
                anybody().header("Last-Event-ID", foreign).get("/markets/CN/stream"),
                400,
                "CURSOR_INVALID");
        assertRefused(
                anybody().queryParam("after", foreign).get("/markets/CN/stream"),
                400,
                "CURSOR_INVALID");
    }

    @Test
    void anUnknownKindProductOrMarketIsRefused() {
        assertRefused(anybody().get("/markets/CN/stream?kind=NEWS"), 400, "KIND_INVALID");
        assertRefused(anybody().get("/markets/CN/stream?product=cea"), 400, "PRODUCT_INVALID");
        assertRefused(anybody().get("/markets/XX/stream"), 404, "MARKET_UNKNOWN");
        assertRefused(anybody().get("/markets/XX/snapshot"), 404, "MARKET_UNKNOWN");
    }

    @Test
    void aReaderWithoutCursorBeginsWithTheNewestQuotes() throws IOException, InterruptedException {
        String account = floor.account(10, "0.00");
        TradingFloor.sell(account, "50.00", 1);
        try (MarketStream stream = MarketStream.open(stream(), null)) {
            assertThat(stream.next().name()).isEqualTo("quote-published");
        }
    }

    @Test
    void aReaderGetsOnlyTheKindsItAsksFor() throws IOException, InterruptedException {
        String from = text(anybody().get("/markets/CN/snapshot"), "cursor");
        String seller = floor.account(10, "0.00");
        String buyer = floor.account(0, "1000.00");
        TradingFloor.sell(seller, "48.00", 1);
        TradingFloor.buy(buyer, "48.00", 1);
        URI trades = URI.create(stream() + "?kind=TRADE&product=CEA");
        try (MarketStream stream = MarketStream.open(trades, from)) {
            assertThat(stream.next().name()).isEqualTo("trade-executed");
        }
    }
}
