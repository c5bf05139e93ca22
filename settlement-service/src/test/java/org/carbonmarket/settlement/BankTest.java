package org.carbonmarket.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonmarket.settlement.SettlementTest.OPERATOR;
import static org.carbonmarket.settlement.SettlementTest.SECOND_OPERATOR;
import static org.carbonmarket.settlement.SettlementTest.approve;
import static org.carbonmarket.settlement.SettlementTest.as;
import static org.carbonmarket.settlement.SettlementTest.deposit;
import static org.carbonmarket.settlement.SettlementTest.funds;
import static org.carbonmarket.settlement.SettlementTest.open;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.registry.AccountEvent.AccountRecorded;
import org.carbonmarket.events.registry.AccountEvent.AccountState;
import org.carbonmarket.events.registry.AccountEvent.SubjectKind;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bank says is booked once, and what it cannot have said not at all. */
@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class BankTest {

    @Test
    void theSameMessageFiveTimesAtOnceCreditsOnceAndGetsTheVerySameAnswer() throws Exception {
        open("BANK-1");
        Callable<String> send =
                () -> deposit("BANK-1", "5.00", "BANK-REF-1").statusCode(201).extract().asString();
        Set<String> answers = new HashSet<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(5)) {
            for (var sent : senders.invokeAll(IntStream.range(0, 5).mapToObj(_ -> send).toList())) {
                answers.add(sent.get());
            }
        }

        assertThat(answers).hasSize(1);
        funds("BANK-1").body("available", equalTo("5.00"));
    }

    @Test
    void aReferenceStandsForOneAccountAndOneDirection() {
        open("BANK-2");
        open("BANK-3");
        deposit("BANK-2", "5.00", "BANK-REF-2").statusCode(201);
        deposit("BANK-3", "5.00", "BANK-REF-2")
                .statusCode(409)
                .body("code", equalTo("BANK_REFERENCE_REUSED"));
        String withdrawal = withdraw("BANK-2", "5.00");

        approve(SECOND_OPERATOR, withdrawal, "BANK-REF-2")
                .statusCode(409)
                .body("code", equalTo("BANK_REFERENCE_REUSED"));
        funds("BANK-2").body("frozen", equalTo("5.00"));
        funds("BANK-3").body("available", equalTo("0.00"));
    }

    @Test
    void whoAskedForAWithdrawalDoesNotDecideItAndARefusalGivesTheMoneyBack() {
        open("BANK-4");
        deposit("BANK-4", "5.00", "BANK-REF-4").statusCode(201);
        String withdrawal = withdraw("BANK-4", "5.00");

        as(SECOND_OPERATOR)
                .post("/withdrawals/{w}/refusal", withdrawal)
                .then()
                .statusCode(200)
                .body("state", equalTo("REFUSED"));
        approve(SECOND_OPERATOR, withdrawal, "BANK-REF-5")
                .statusCode(409)
                .body("code", equalTo("WITHDRAWAL_DECIDED"));
        funds("BANK-4").body("available", equalTo("5.00")).body("frozen", equalTo("0.00"));
    }

    @Test
    void aClosedAccountTakesNoDeposit() {
        open("BANK-6");
        SettlementTest.PROBE.publish(
                new AccountRecorded(
                        AccountId.of("BANK-6"),
                        2,
                        "BANK-6 Power",
                        SubjectKind.KEY_EMITTING_UNIT,
                        AccountState.CLOSED,
                        null,
                        null,
                        null,
                        SettlementTest.AT));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        as(TestTokens.participant("BANK-6"))
                                .contentType("application/json")
                                .body(Map.of("amount", "1.00"))
                                .post("/accounts/BANK-6/withdrawals")
                                .then()
                                .body("code", equalTo("ACCOUNT_NOT_ACTIVE")));
        deposit("BANK-6", "5.00", "BANK-REF-6")
                .statusCode(409)
                .body("code", equalTo("ACCOUNT_CLOSED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "null",
                "[]",
                "{}",
                "{\"account\":\"BANK-7\",\"amount\":\"1.00\"}",
                "{\"account\":\"bad\",\"amount\":\"1.00\",\"bankReference\":\"R\"}",
                "{\"account\":\"BANK-7\",\"amount\":\"0.00\",\"bankReference\":\"R\"}",
                "{\"account\":\"BANK-7\",\"amount\":\"-1.00\",\"bankReference\":\"R\"}",
                "{\"account\":\"BANK-7\",\"amount\":\"1.001\",\"bankReference\":\"R\"}",
                "{\"account\":\"BANK-7\",\"amount\":1.00,\"bankReference\":\"R\"}",
                "{\"account\":\"BANK-7\",\"amount\":\"1e3\",\"bankReference\":\"R\"}",
                "{\"account\":\"BANK-7\",\"amount\":\"1.00\",\"bankReference\":\" \"}",
                "{\"account\":\"BANK-7\",\"amount\":\"1.00\",\"bankReference\":\"a\\nb\"}",
                "{\"account\":\"BANK-7\",\"amount\":\"1.00\",\"bankReference\":null}",
                "{\"account\":\"BANK-7\",\"amount\":\"1.00\",\"bankReference\":\"R\",\"x\":1}"
            })
    void aDepositOutOfFormBooksNothing(String body) {
        open("BANK-7");
        as(OPERATOR)
                .contentType("application/json")
                .body(body)
                .post("/deposits")
                .then()
                .statusCode(oneOf(400, 422))
                .contentType("application/problem+json")
                .body("code", matchesPattern("[A-Z_]+"));
        funds("BANK-7").body("available", equalTo("0.00"));
    }

    private static String withdraw(String account, String amount) {
        return as(TestTokens.participant(account))
                .contentType("application/json")
                .body(Map.of("amount", amount))
                .post("/accounts/{a}/withdrawals", account)
                .then()
                .statusCode(201)
                .extract()
                .path("withdrawal");
    }
}
