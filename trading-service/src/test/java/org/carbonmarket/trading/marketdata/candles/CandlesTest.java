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
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
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
    void tradesMoveTheCandleOfTheirMinuteAndDay() {
        String seller = floor.account(100, "0.00");
        String buyer = floor.account(0, "100000.00");
        trade(seller, buyer, "46.20");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> "46.20".equals(newest("MINUTE").getString("close")));
        JsonPath before = newest("MINUTE");
        for (String price : List.of("46.00", "46.30", "45.90", "46.10")) {
            trade(seller, buyer, price);
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    JsonPath after = newest("MINUTE");
                    assertThat(after.getLong("volume")).isEqualTo(before.getLong("volume") + 40);
                    assertThat(after.getLong("trades")).isEqualTo(before.getLong("trades") + 4);
                    assertThat(after.getString("close")).isEqualTo("46.10");
                    assertThat(after.getString("open")).isEqualTo(before.getString("open"));
                    assertThat(after.getString("high")).isGreaterThanOrEqualTo("46.30");
                    assertThat(after.getString("low")).isLessThanOrEqualTo("45.90");
                });
        JsonPath day = newest("DAY");
        assertThat(day.getString("day")).isEqualTo(floor.day().toString());
        assertThat(day.getString("close")).isEqualTo("46.10");
    }

    private static void trade(String seller, String buyer, String price) {
        sell(seller, price, 10);
        assertThat(buy(buyer, price, 10).statusCode()).isEqualTo(201);
    }

    /** The newest candle; without members when there is none. */
    private static JsonPath newest(String span) {
        return anybody().get(CANDLES + "?limit=1&span=" + span).jsonPath().setRootPath("items[0]");
    }

    @Test
    void candlesMadeAnewAreTheCandlesKept() throws SQLException {
        trade(floor.account(10, "0.00"), floor.account(0, "1000.00"), "46.10");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(differences()).isZero());
        await().atMost(Duration.ofSeconds(20)).until(() -> run("DELETE FROM market_candle") > 0);
        assertThat(differences()).isPositive();
        assertThat(as("market-operator").post("/candles/rebuilding").statusCode()).isEqualTo(200);
        assertThat(differences()).isZero();
        assertThat(participant("POWER-1").post("/candles/rebuilding").statusCode()).isEqualTo(403);
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
