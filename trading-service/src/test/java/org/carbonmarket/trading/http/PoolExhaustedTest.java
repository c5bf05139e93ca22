package org.carbonmarket.trading.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carbonmarket.trading.floor.TradingFloor.anybody;
import static org.carbonmarket.trading.floor.TradingFloor.assertRefused;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.trading.floor.SimulatedDay;
import org.junit.jupiter.api.Test;

/** A query without a connection to be had is told to come again, not that something broke. */
@QuarkusTest
@TestProfile(SimulatedDay.class)
@QuarkusTestResource(MarketInfrastructure.class)
class PoolExhaustedTest {

    @Inject AgroalDataSource database;

    @Test
    void aQueryWithoutAConnectionIsAnsweredToComeAgain() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            takeAll(taken);
            Response answer = anybody().get("/markets/CN/products");
            assertRefused(answer, 503, "DATABASE_UNAVAILABLE");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> anybody().get("/markets/CN/products").statusCode() == 200);
    }

    /** Others come and go: the pool is empty when the next one in vain waits its time. */
    private void takeAll(List<Connection> taken) {
        boolean isEmpty = false;
        while (!isEmpty) {
            try {
                taken.add(database.getConnection());
            } catch (SQLException exhausted) {
                isEmpty = true;
            }
        }
    }
}
