package org.carbonmarket.settlement;

import static org.carbonmarket.settlement.SettlementTest.OPERATOR;
import static org.carbonmarket.settlement.SettlementTest.SECOND_OPERATOR;
import static org.carbonmarket.settlement.SettlementTest.as;
import static org.carbonmarket.settlement.SettlementTest.deposit;
import static org.carbonmarket.settlement.SettlementTest.open;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.carbonmarket.testing.TestTokens;

/** What participants, operators and the bank do about a withdrawal. */
final class Withdrawing {

    static final String BANK = TestTokens.of("settlement-bank");

    private Withdrawing() {}

    static String ordered(String account, String amount) {
        open(account);
        deposit(account, "100.00", "IN-" + account).statusCode(201);
        bind(account);
        String number = request(account, amount).statusCode(201).extract().path("withdrawal");
        order(OPERATOR, number)
                .statusCode(200)
                .body("state", equalTo("ORDERED"))
                .body("paymentOrder", equalTo("PO-" + number));
        order(OPERATOR, number).statusCode(200);
        return number;
    }

    static void bind(String account) {
        int payee =
                propose(account, TestTokens.participant(account))
                        .statusCode(201)
                        .extract()
                        .path("payee");
        as(OPERATOR)
                .post("/accounts/{a}/payees/{p}/approval", account, payee)
                .then()
                .statusCode(200)
                .body("approvedBy", equalTo("wang"));
    }

    static ValidatableResponse propose(String account, String token) {
        return as(token)
                .contentType("application/json")
                .body(Map.of("number", "6222 0202 0011 2233", "bic", "ICBKCNBJ"))
                .post("/accounts/{a}/payees", account)
                .then();
    }

    static ValidatableResponse request(String account, String amount) {
        return as(TestTokens.participant(account))
                .contentType("application/json")
                .body(Map.of("amount", amount))
                .post("/accounts/{a}/withdrawals", account)
                .then();
    }

    static ValidatableResponse order(String token, String number) {
        return as(token)
                .contentType("application/json")
                .body("{}")
                .post("/withdrawals/{w}/approval", number)
                .then();
    }

    static ValidatableResponse refuse(String number) {
        return as(SECOND_OPERATOR)
                .contentType("application/json")
                .body(Map.of("reason", "doubtful"))
                .post("/withdrawals/{w}/refusal", number)
                .then();
    }

    static ValidatableResponse hold(String account) {
        return as(OPERATOR)
                .contentType("application/json")
                .body(Map.of("reason", "court order"))
                .put("/accounts/{a}/withdrawal-hold", account)
                .then();
    }

    static ValidatableResponse status(String file) {
        return as(BANK).contentType("application/xml")
                .body(file)
                .post("/bank/payment-statuses")
                .then();
    }
}
