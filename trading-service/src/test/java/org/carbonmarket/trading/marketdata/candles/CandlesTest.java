package org.carbonmarket.trading.marketdata.candles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carbonmarket.trading.floor.TradingFloor.anybody;
import static org.carbonmarket.trading.floor.TradingFloor.as;
import static org.carbonmarket.trading.floor.TradingFloor.assertRefused;
import static org.carbonmarket.trading.floor.TradingFloor.buy;
import static org.carbonmarket.trading.floor.TradingFloor.participant;
import static org.carbonmarket.trading.floor.TradingFloor.sell;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.trading.floor.SimulatedDay;
import org.carbonmarket.trading.floor.TradingFloor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Candles follow the trades, and can be made from them anew. */
@QuarkusTest
@TestProfile(SimulatedDay.class)
@QuarkusTestResource(MarketInfrastructure.class)
class CandlesTest {

    private static final String CANDLES = "/markets/CN/products/CEA/candles";
    private static final String DIFFERENCES =
            "SELECT count(*) FROM ((SELECT * FROM market_candle EXCEPT SELECT * FROM"
                    + " candle_of_trades) UNION ALL (SELECT * FROM candle_of_trades EXCEPT"
                    + " SELECT * FROM market_candle)) AS differing";

    private final TradingFloor floor = TradingFloor.floor();

    @Inject AgroalDataSource database;

    @BeforeEach
    void open() {
        floor.open();
    }

    @Test
    void aMinuteShowsItsFirstHighestLowestAndLastPrice() {
        String seller = floor.account(100, "0.00");
        String buyer = floor.account(0, "100000.00");
        floor.setTime("14:17");
        String minute = floor.day() + "T14:17:00+08:00";
        for (String price : List.of("46.00", "46.30", "45.90", "46.10")) {
            sell(seller, price, 10);
            assertThat(buy(buyer, price, 10).statusCode()).isEqualTo(201);
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(candle(minute))
                                .containsEntry("open", "46.00")
                                .containsEntry("high", "46.30")
                                .containsEntry("low", "45.90")
                                .containsEntry("close", "46.10")
                                .containsEntry("volume", 40)
                                .containsEntry("amount", "1843.00")
                                .containsEntry("trades", 4));
        Response days = anybody().get(CANDLES + "?span=DAY&from=" + floor.day());
        assertThat(days.<List<String>>path("items.day")).containsExactly(floor.day().toString());
    }

    private Map<String, Object> candle(String minute) {
        Response page = anybody().get(CANDLES + "?span=MINUTE&limit=1&from=" + floor.day());
        Map<String, Object> newest = page.path("items[0]");
        assertThat(newest).isNotNull().containsEntry("start", minute);
        return newest;
    }

    @Test
    void candlesMadeAnewAreTheCandlesKept() throws SQLException {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(differences()).isZero());
        damage();
        assertThat(differences()).isPositive();
        assertThat(as("market-operator").post("/candles/rebuilding").statusCode()).isEqualTo(200);
        assertThat(differences()).isZero();
        assertThat(participant("POWER-1").post("/candles/rebuilding").statusCode()).isEqualTo(403);
    }

    private void damage() throws SQLException {
        String seller = floor.account(1, "0.00");
        sell(seller, "48.00", 1);
        buy(floor.account(0, "100.00"), "48.00", 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> run("DELETE FROM market_candle") > 0);
    }

    private int run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private long differences() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(DIFFERENCES)) {
            return row.next() ? row.getLong(1) : -1;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', FIELD_MISSING",
        "?span=HOUR, SPAN_INVALID",
        "?span=DAY&from=today, DAY_INVALID",
        "?span=DAY&from=2021-02-30, DAY_INVALID",
        "?span=DAY&to=+999999999-01-01, DAY_INVALID",
        "?span=DAY&from=2021-07-17&to=2021-07-16, DAYS_REVERSED",
        "?span=DAY&limit=0, LIMIT_INVALID",
        "?span=DAY&cursor=x, CURSOR_INVALID"
    })
    void aMalformedQueryIsRefused(String query, String code) {
        assertRefused(anybody().urlEncodingEnabled(false).get(CANDLES + query), 400, code);
    }
}
