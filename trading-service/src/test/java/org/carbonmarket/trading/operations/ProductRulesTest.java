package org.carbonmarket.trading.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.trading.floor.TradingFloor.as;
import static org.carbonmarket.trading.floor.TradingFloor.assertRefused;
import static org.carbonmarket.trading.floor.TradingFloor.participant;
import static org.carbonmarket.trading.floor.TradingFloor.text;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.trading.floor.SimulatedDay;
import org.carbonmarket.trading.floor.TradingFloor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A product's own rules over REST: the operator waits for the market's answer. */
@QuarkusTest
@TestProfile(SimulatedDay.class)
@QuarkusTestResource(MarketInfrastructure.class)
class ProductRulesTest {

    private final TradingFloor floor = TradingFloor.floor();

    @BeforeEach
    void open() {
        floor.open();
    }

    @Test
    void aProductsOwnRulesAreAnsweredByTheMarket() {
        Response done = set("CEA", Map.of("blockBand", 2_500));
        assertThat(done.statusCode()).as(done.asString()).isEqualTo(200);
        assertThat(text(done, "market")).isEqualTo("CN");
        assertThat(set("CEA", Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void aProductThatIsNotListedHasNoRules() {
        assertRefused(set("CEA30", Map.of("band", 500)), 422, "PRODUCT_UNKNOWN");
    }

    @Test
    void rulesOutOfRangeAreRefused() {
        assertRefused(set("CEA", Map.of("band", 0)), 400, "NUMBER_OUT_OF_RANGE");
        assertRefused(set("CEA", Map.of("blockBand", 5_001)), 400, "NUMBER_OUT_OF_RANGE");
        assertRefused(set("CEA", Map.of("positionLimit", -1)), 400, "QUANTITY_INVALID");
    }

    @Test
    void onlyAMarketOperatorSetsRules() {
        assertThat(
                        participant("POWER-1")
                                .body(Map.of("band", 500))
                                .post("/markets/CN/products/CEA/rules")
                                .statusCode())
                .isEqualTo(403);
    }

    private static Response set(String product, Map<String, Object> rules) {
        return as("market-operator").body(rules).post("/markets/CN/products/" + product + "/rules");
    }
}
