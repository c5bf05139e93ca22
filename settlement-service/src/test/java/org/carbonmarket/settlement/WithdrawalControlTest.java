package org.carbonmarket.settlement;

import static org.carbonmarket.settlement.SettlementTest.OPERATOR;
import static org.carbonmarket.settlement.SettlementTest.SECOND_OPERATOR;
import static org.carbonmarket.settlement.SettlementTest.as;
import static org.carbonmarket.settlement.SettlementTest.deposit;
import static org.carbonmarket.settlement.SettlementTest.funds;
import static org.carbonmarket.settlement.SettlementTest.open;
import static org.carbonmarket.settlement.Withdrawing.BANK;
import static org.carbonmarket.settlement.Withdrawing.bind;
import static org.carbonmarket.settlement.Withdrawing.hold;
import static org.carbonmarket.settlement.Withdrawing.order;
import static org.carbonmarket.settlement.Withdrawing.propose;
import static org.carbonmarket.settlement.Withdrawing.refuse;
import static org.carbonmarket.settlement.Withdrawing.request;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** What keeps money in: limits, holds, payees; and who sees what goes out. */
@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class WithdrawalControlTest {

    @Test
    void tooMuchIsRefused() {
        open("OUT-6");
        request("OUT-6", "100000000.01")
                .statusCode(422)
                .body("code", equalTo("AMOUNT_ABOVE_LIMIT"))
                .body("field", equalTo("amount"));
    }

    @Test
    void aHoldKeepsMoneyInUntilASecondPersonLiftsIt() {
        open("OUT-7");
        deposit("OUT-7", "100.00", "IN-OUT-7").statusCode(201);
        bind("OUT-7");
        String before = request("OUT-7", "10.00").extract().path("withdrawal");
        hold("OUT-7").statusCode(200).body("reason", equalTo("court order"));
        String after =
                request("OUT-7", "20.00")
                        .statusCode(201)
                        .body("state", equalTo("HELD"))
                        .extract()
                        .path("withdrawal");

        for (String held : new String[] {before, after}) {
            order(SECOND_OPERATOR, held).statusCode(409).body("code", equalTo("WITHDRAWAL_HELD"));
            refuse(held).statusCode(409).body("code", equalTo("WITHDRAWAL_HELD"));
        }
        as(OPERATOR).get("/accounts/OUT-7/withdrawals?state=HELD").then().body("items", hasSize(2));
        as(OPERATOR)
                .delete("/accounts/OUT-7/withdrawal-hold")
                .then()
                .statusCode(403)
                .body("code", equalTo("SAME_PERSON"));
        as(SECOND_OPERATOR)
                .delete("/accounts/OUT-7/withdrawal-hold")
                .then()
                .statusCode(200)
                .body("liftedBy", equalTo("zhao"));
        as(SECOND_OPERATOR).delete("/accounts/OUT-7/withdrawal-hold").then().statusCode(404);
        as(OPERATOR)
                .get("/withdrawal-holds?limit=1000")
                .then()
                .body("items.account", hasItem("OUT-7"));
        order(OPERATOR, before).statusCode(200).body("state", equalTo("ORDERED"));
        refuse(after)
                .statusCode(200)
                .body("state", equalTo("REFUSED"))
                .body("reason", equalTo("doubtful"));
        funds("OUT-7").body("available", equalTo("90.00")).body("frozen", equalTo("10.00"));
    }

    @Test
    void nobodyIsPaidToAnAccountThatASecondPersonHasNotApproved() {
        open("OUT-8");
        deposit("OUT-8", "100.00", "IN-OUT-8").statusCode(201);
        String number = request("OUT-8", "10.00").extract().path("withdrawal");
        int payee = propose("OUT-8", OPERATOR).statusCode(201).extract().path("payee");

        order(OPERATOR, number).statusCode(409).body("code", equalTo("PAYEE_MISSING"));
        as(OPERATOR)
                .post("/accounts/OUT-8/payees/{p}/approval", payee)
                .then()
                .statusCode(403)
                .body("code", equalTo("SAME_PERSON"));
        as(TestTokens.participant("OUT-8"))
                .contentType("application/json")
                .body(Map.of("number", "62 '", "bic", "ICBKCNBJ"))
                .post("/accounts/OUT-8/payees")
                .then()
                .statusCode(422)
                .body("field", equalTo("number"));
        as(TestTokens.participant("OUT-1")).get("/accounts/OUT-8/payees").then().statusCode(403);
        as(TestTokens.participant("OUT-8"))
                .get("/accounts/OUT-8/payees")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void withdrawalsAreListedByStateAndPage() {
        open("OUT-9");
        deposit("OUT-9", "100.00", "IN-OUT-9").statusCode(201);
        for (int i = 0; i < 3; i++) {
            request("OUT-9", "1.00").statusCode(201);
        }
        String next =
                as(OPERATOR)
                        .get("/withdrawals?account=OUT-9&state=REQUESTED&limit=2")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(2))
                        .extract()
                        .path("next");
        as(OPERATOR)
                .get("/withdrawals?account=OUT-9&state=REQUESTED&limit=2&cursor=" + next)
                .then()
                .body("items", hasSize(1));
        as(OPERATOR).get("/withdrawals?state=NONE").then().statusCode(400);
        as(OPERATOR).get("/withdrawals?cursor=!").then().statusCode(400);
        as(TestTokens.participant("OUT-9")).get("/withdrawals").then().statusCode(403);
        as(BANK).get("/bank/payment-orders/PO-NONE")
                .then()
                .statusCode(404)
                .contentType(containsString("problem+json"));
    }
}
