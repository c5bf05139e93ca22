package org.carbonmarket.trading.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carbonmarket.trading.floor.TradingFloor.assertRefused;
import static org.carbonmarket.trading.floor.TradingFloor.buy;
import static org.carbonmarket.trading.floor.TradingFloor.participant;
import static org.carbonmarket.trading.floor.TradingFloor.sell;
import static org.carbonmarket.trading.floor.TradingFloor.text;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.trading.floor.SimulatedDay;
import org.carbonmarket.trading.floor.TradingFloor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From one trading day to the next. */
@QuarkusTest
@TestProfile(SimulatedDay.class)
@QuarkusTestResource(MarketInfrastructure.class)
class TradingDaysTest {

    private final TradingFloor floor = TradingFloor.floor();

    @BeforeEach
    void open() {
        floor.open();
    }

    @Test
    void anOrderInTheBreakIsRefused() {
        floor.openMorning();
        String account = floor.account(100, "0.00");
        floor.setTime("11:30");
        floor.awaitPhase("BREAK");
        assertRefused(sell(account, "44.00", 1), 422, "MARKET_NOT_OPEN");
        floor.setTime("13:00");
        floor.awaitPhase("OPEN");
        assertThat(sell(account, "44.00", 1).statusCode()).isEqualTo(201);
    }

    @Test
    void theNextDayOpensOnlyWhenTheDayBeforeIsCleared() {
        String seller = floor.account(300, "0.00");
        String buyer = floor.account(0, "100000.00");
        String resting = text(sell(seller, "44.00", 300), "order");
        assertThat(buy(buyer, "44.00", 200).statusCode()).isEqualTo(201);

        floor.setTime("16:00");
        floor.awaitPhase("CLOSED");
        String closed = floor.day().toString();
        awaitState(seller, resting, "EXPIRED");
        floor.setClock(floor.nextDay() + "T09:31:00+08:00");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat((String) floor.session().path("uncleared")).isEqualTo(closed));
        assertThat(floor.phase()).isEqualTo("CLOSED");

        floor.open();
        assertThat(floor.day().toString()).isGreaterThan(closed);
        // What was bought yesterday is sellable today.
        assertThat(sell(buyer, "44.00", 200).statusCode()).isEqualTo(201);
    }

    private static void awaitState(String account, String order, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(
                                        text(
                                                participant(account)
                                                        .get("/markets/CN/orders/" + order),
                                                "state"))
                                .isEqualTo(state));
    }
}
