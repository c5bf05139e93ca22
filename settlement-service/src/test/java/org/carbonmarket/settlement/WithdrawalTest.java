package org.carbonmarket.settlement;

import static org.carbonmarket.settlement.SettlementTest.OPERATOR;
import static org.carbonmarket.settlement.SettlementTest.SECOND_OPERATOR;
import static org.carbonmarket.settlement.SettlementTest.approve;
import static org.carbonmarket.settlement.SettlementTest.as;
import static org.carbonmarket.settlement.SettlementTest.deposit;
import static org.carbonmarket.settlement.SettlementTest.funds;
import static org.carbonmarket.settlement.SettlementTest.open;
import static org.carbonmarket.settlement.Withdrawing.BANK;
import static org.carbonmarket.settlement.Withdrawing.bind;
import static org.carbonmarket.settlement.Withdrawing.ordered;
import static org.carbonmarket.settlement.Withdrawing.request;
import static org.carbonmarket.settlement.Withdrawing.status;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.carbonmarket.settlement.bank.Camt054;
import org.carbonmarket.settlement.bank.Pain002;
import org.carbonmarket.testing.MarketInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money going out: approved, ordered from the bank, ended by the bank's word. */
@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class WithdrawalTest {

    @Test
    void anApprovedWithdrawalIsOrderedFromTheBankAndGoneWhenItSaysPaid() {
        String number = ordered("OUT-1", "40.00");
        as(BANK).get("/bank/payment-orders/PO-" + number)
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .body("Document.CstmrCdtTrfInitn.PmtInf.CdtTrfTxInf.Amt.InstdAmt", equalTo("40.00"))
                .body(
                        "Document.CstmrCdtTrfInitn.PmtInf.CdtTrfTxInf.CdtrAcct.Id.Othr.Id",
                        equalTo("6222020200112233"))
                .body(
                        "Document.CstmrCdtTrfInitn.PmtInf.CdtTrfTxInf.Cdtr.Nm",
                        equalTo("OUT-1 Power"));
        as(BANK).get("/bank/payment-orders?state=ISSUED&limit=1000")
                .then()
                .body("items.message", hasItem("PO-" + number));
        funds("OUT-1").body("frozen", equalTo("40.00"));

        status(Pain002.pending(number, "40.00"))
                .statusCode(200)
                .body("payments[0].outcome", equalTo("NOTED"));
        for (int i = 0; i < 5; i++) {
            status(Pain002.paid(number, "40.00", "OUT1-REF"))
                    .statusCode(200)
                    .body("payments[0].state", equalTo("PAID"));
        }
        status(Pain002.pending(number, "40.00"))
                .body("payments[0].outcome", equalTo("NOTED"))
                .body("payments[0].state", equalTo("PAID"));
        funds("OUT-1").body("frozen", equalTo("0.00")).body("available", equalTo("60.00"));
        deposit("OUT-1", "40.00", "OUT1-REF").statusCode(409);
    }

    @Test
    void whatTheBankRejectsIsAvailableAgainOnceAndCannotBePaidLater() {
        String number = ordered("OUT-2", "40.00");
        status(Pain002.rejected(number, "40.00", "AC04"))
                .statusCode(200)
                .body("payments[0].outcome", equalTo("TAKEN"));
        status(Pain002.rejected(number, "40.00", "AC04"))
                .body("payments[0].outcome", equalTo("NOTED"));

        status(Pain002.paid(number, "40.00", "OUT2-REF"))
                .statusCode(200)
                .body("payments[0].outcome", equalTo("CONTRADICTED"));

        funds("OUT-2").body("frozen", equalTo("0.00")).body("available", equalTo("100.00"));
        as(OPERATOR)
                .get("/withdrawals/" + number)
                .then()
                .body("state", equalTo("REJECTED"))
                .body("reason", equalTo("AC04"));
        as(OPERATOR)
                .get("/bank/discrepancies?state=open&limit=1000")
                .then()
                .body("items.received", hasItem(number + " PAID OUT2-REF"));
    }

    @Test
    void aPaymentUnderAReferenceThatStandsForADepositIsRefusedAndAlerted() {
        String number = ordered("OUT-3", "40.00");

        status(Pain002.paid(number, "40.00", "IN-OUT-3"))
                .statusCode(200)
                .body("payments[0].outcome", equalTo("CONTRADICTED"))
                .body("payments[0].state", equalTo("ORDERED"));
        funds("OUT-3").body("frozen", equalTo("40.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "40.00, 41.00, BANK_FILE_REFUSED",
        "CNY, USD, BANK_FILE_REFUSED",
        "<OrgnlMsgId>PO, <OrgnlMsgId>XX, BANK_FILE_REFUSED",
        "pain.001.001.09, camt.054.001.08, BANK_FILE_REFUSED",
        "<AcctSvcrRef>OUT4-REF</AcctSvcrRef>, '', BANK_FILE_REFUSED",
        "ACSC, GOOD, BANK_FILE_OFF_SCHEMA",
        "40.00, -40.00, BANK_FILE_OFF_SCHEMA",
        "pain.002.001.10, camt.054.001.08, BANK_MESSAGE_OTHER"
    })
    void aFaultyReportIsRefusedWhole(String good, String bad, String code) {
        open("OUT-4");
        if (as(OPERATOR).get("/accounts/OUT-4/withdrawals").jsonPath().getList("items").isEmpty()) {
            ordered("OUT-4", "40.00");
        }
        String number = as(OPERATOR).get("/accounts/OUT-4/withdrawals").path("items[0].withdrawal");

        status(Pain002.paid(number, "40.00", "OUT4-REF").replace(good, bad))
                .statusCode(422)
                .body("code", equalTo(code));
        status("<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>" + "<x>&y;</x>")
                .statusCode(400)
                .body("code", equalTo("DOCUMENT_TYPE_REFUSED"));
        funds("OUT-4").body("frozen", equalTo("40.00"));
    }

    @Test
    void aLargeWithdrawalNeedsTwoOperators() {
        open("OUT-5");
        deposit("OUT-5", "9000000.00", "IN-OUT-5").statusCode(201);
        bind("OUT-5");
        String number = request("OUT-5", "5000000.00").statusCode(201).extract().path("withdrawal");

        approve(OPERATOR, number, "OUT5-REF")
                .statusCode(200)
                .body("state", equalTo("REQUESTED"))
                .body("firstApprovedBy", equalTo("wang"));
        approve(OPERATOR, number, "OUT5-REF").statusCode(403).body("code", equalTo("SAME_PERSON"));
        funds("OUT-5").body("frozen", equalTo("5000000.00"));
        approve(SECOND_OPERATOR, number, "OUT5-REF").statusCode(200).body("state", equalTo("PAID"));
    }

    @Test
    void aDepositUnderAPaidReferenceIsAlertedWhicheverWayItComes() {
        String number = ordered("OUT-10", "40.00");
        status(Pain002.paid(number, "40.00", "OUT10-REF")).statusCode(200);
        as(BANK).contentType("application/xml")
                .body(
                        Camt054.of("N-10", new Camt054.Credit("OUT10-REF", "OUT-10", "40.00"))
                                .xml()
                                .replace("第一电力", "First Power"))
                .post("/bank/notifications")
                .then()
                .statusCode(200)
                .body("contradicted", equalTo(1));
        funds("OUT-10").body("available", equalTo("60.00"));
    }
}
