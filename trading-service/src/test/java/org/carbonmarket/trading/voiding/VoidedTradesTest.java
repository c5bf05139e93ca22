package org.carbonmarket.trading.voiding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carbonmarket.trading.floor.TradingFloor.anybody;
import static org.carbonmarket.trading.floor.TradingFloor.as;
import static org.carbonmarket.trading.floor.TradingFloor.assertRefused;
import static org.carbonmarket.trading.floor.TradingFloor.buy;
import static org.carbonmarket.trading.floor.TradingFloor.participant;
import static org.carbonmarket.trading.floor.TradingFloor.sell;
import static org.carbonmarket.trading.floor.TradingFloor.text;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.registry.AccountEvent.AccountRecorded;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.registry.AccountEvent.SubjectKind;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.testing.TestTokens;
import org.carbonmarket.trading.floor.SimulatedDay;
import org.carbonmarket.trading.floor.TradingFloor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Voiding a trade takes two operators; what surveillance saw stands there to be read. */
@QuarkusTest
@TestProfile(SimulatedDay.class)
@QuarkusTestResource(MarketInfrastructure.class)
class VoidedTradesTest {

    private static final String VOIDS = "/markets/CN/voids";

    private final TradingFloor floor = TradingFloor.floor();

    @BeforeEach
    void openTheMarket() {
        floor.open();
    }

    @Test
    void aTradeIsVoidedByTwoOperators() {
        String seller = floor.account(100, "0.00");
        String buyer = floor.account(0, "10000.00");
        String trade = traded(seller, buyer, 100);
        String proposal = text(propose("lee", trade), "proposal");

        assertRefused(
                operator("lee").post(VOIDS + "/" + proposal + "/approval"), 403, "SAME_PERSON");
        assertRefused(propose("wang", trade), 409, "ALREADY_PROPOSED");
        Response voided = operator("wang").post(VOIDS + "/" + proposal + "/approval");

        assertThat(voided.statusCode()).as(voided.asString()).isEqualTo(200);
        assertThat(text(voided, "state")).isEqualTo("VOIDED");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    assertThat(text(position(buyer), "funds")).isEqualTo("10000.00");
                    assertThat(text(position(seller), "funds")).isEqualTo("0.00");
                    assertThat(text(position(seller), "products.tonnes")).isEqualTo("[100]");
                    assertThat(text(executions(buyer), "items[0].voidedBy")).startsWith("CN-");
                });
        assertThat(anybody().get("/markets/CN/trades").asString())
                .doesNotContain("\"" + trade + "\"");
        assertRefused(
                operator("wang").post(VOIDS + "/" + proposal + "/approval"),
                409,
                "ALREADY_DECIDED");
    }

    @Test
    void aRejectedProposalLeavesTheTradeFinal() {
        String trade = traded(floor.account(10, "0.00"), floor.account(0, "1000.00"), 10);
        String proposal = text(propose("lee", trade), "proposal");

        Response rejected = operator("wang").post(VOIDS + "/" + proposal + "/rejection");

        assertThat(text(rejected, "state")).isEqualTo("REJECTED");
        assertThat(text(as("auditor").get(VOIDS), "items[0].state")).isEqualTo("REJECTED");
    }

    @Test
    void badProposalsAreRefused() {
        assertRefused(propose("lee", "CN-0x1"), 400, "TRADE_INVALID");
        assertRefused(propose("lee", "HB-1"), 400, "TRADE_INVALID");
        assertRefused(
                operator("lee").body(Map.of("trade", "CN-1")).post(VOIDS), 400, "FIELD_MISSING");
        assertRefused(operator("lee").post(VOIDS + "/999999/approval"), 404, "PROPOSAL_UNKNOWN");
        String unknown = text(propose("lee", "CN-99999999"), "proposal");
        assertRefused(
                operator("wang").post(VOIDS + "/" + unknown + "/approval"), 422, "TRADE_UNKNOWN");
        String participant = floor.account(0, "1.00");
        assertThat(participant(participant).post(VOIDS + "/1/approval").statusCode())
                .isEqualTo(403);
    }

    @Test
    void tradesAmongAccountsUnderOneControlAreThereToBeRead() {
        String seller = floor.account(10, "0.00");
        String buyer = floor.account(0, "1000.00");
        underControl("GROUP-7", seller);
        underControl("GROUP-7", buyer);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    traded(seller, buyer, 1);
                    assertThat(as("regulator").get("/markets/CN/alerts").asString())
                            .contains("under control GROUP-7")
                            .contains("WASH_TRADE");
                });
        assertThat(participant(seller).get("/markets/CN/alerts").statusCode()).isEqualTo(403);
        assertThat(as("auditor").get("/markets/CN/large-positions").statusCode()).isEqualTo(200);
    }

    private void underControl(String group, String account) {
        floor.kafka()
                .publish(
                        new AccountRecorded(
                                AccountId.of(account),
                                2,
                                account,
                                SubjectKind.KEY_EMITTING_UNIT,
                                AccountState.ACTIVE,
                                null,
                                null,
                                group,
                                OffsetDateTime.parse(floor.day() + "T09:40:00+08:00")));
    }

    private static String traded(String seller, String buyer, long tonnes) {
        sell(seller, "45.00", tonnes);
        Response bought = buy(buyer, "45.00", tonnes);
        assertThat(text(bought, "state")).as(bought.asString()).isEqualTo("FILLED");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !text(executions(buyer), "items[0].trade").equals("null"));
        return text(executions(buyer), "items[0].trade");
    }

    private static Response executions(String account) {
        return participant(account).get("/markets/CN/executions");
    }

    private static Response position(String account) {
        return participant(account).get("/markets/CN/positions/" + account);
    }

    private static Response propose(String operator, String trade) {
        return operator(operator)
                .body(Map.of("trade", trade, "reason", "Entered in error."))
                .post(VOIDS);
    }

    private static RequestSpecification operator(String name) {
        return anybody()
                .auth()
                .oauth2(TestTokens.of(name, "market-operator"))
                .contentType(ContentType.JSON);
    }
}
