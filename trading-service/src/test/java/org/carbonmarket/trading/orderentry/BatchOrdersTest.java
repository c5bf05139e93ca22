package org.carbonmarket.trading.orderentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.trading.floor.TradingFloor.ORDERS;
import static org.carbonmarket.trading.floor.TradingFloor.assertRefused;
import static org.carbonmarket.trading.floor.TradingFloor.form;
import static org.carbonmarket.trading.floor.TradingFloor.participant;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.trading.floor.SimulatedDay;
import org.carbonmarket.trading.floor.TradingFloor;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Batches of a thousand orders: one answer each, in their order, and how many orders a second that
 * makes, printed. One batch, or as many as {@code market.test.batches} says.
 */
@QuarkusTest
@TestProfile(SimulatedDay.class)
@QuarkusTestResource(MarketInfrastructure.class)
class BatchOrdersTest {

    private static final Logger LOG = Logger.getLogger(BatchOrdersTest.class);
    private static final int BATCHES = Integer.getInteger("market.test.batches", 1);
    private static final int SIZE = 1_000;

    private final TradingFloor floor = TradingFloor.floor();

    @BeforeEach
    void open() {
        floor.open();
    }

    @Test
    void aThousandOrdersReachTheMarketInTheirOrderAndGetOneAnswerEach() {
        String account = floor.account((long) SIZE * BATCHES, "0.00");
        List<Map<String, Object>> orders = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            orders.add(Map.of("order", form(account, "SELL", "52.00", 1)));
        }
        long last = -1;
        long started = System.nanoTime();
        for (int batch = 0; batch < BATCHES; batch++) {
            Response answer = batch(account, orders);
            List<String> placed = answer.path("answers.placed.order");
            assertThat(placed).hasSize(SIZE);
            for (String order : placed) {
                long position = OrderId.parse(order).position();
                assertThat(position).isGreaterThan(last);
                last = position;
            }
        }
        long ms = Math.max(1, Duration.ofNanos(System.nanoTime() - started).toMillis());
        LOG.infof(
                "%d orders in batches of %d: %d orders/s",
                SIZE * BATCHES, SIZE, 1_000L * SIZE * BATCHES / ms);
    }

    @Test
    void oneOrderTooManyIsNoBatch() {
        List<Map<String, Object>> orders = new ArrayList<>();
        for (int i = 0; i <= SIZE; i++) {
            orders.add(Map.of("order", form("POWER-1", "SELL", "52.00", 1)));
        }
        assertRefused(batch("POWER-1", orders), 400, "BATCH_SIZE");
    }

    private static Response batch(String account, List<Map<String, Object>> orders) {
        return participant(account).body(Map.of("orders", orders)).post(ORDERS + "/batch");
    }
}
