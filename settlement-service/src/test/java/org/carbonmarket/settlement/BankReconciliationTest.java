package org.carbonmarket.settlement;

import static org.carbonmarket.settlement.SettlementTest.OPERATOR;
import static org.carbonmarket.settlement.SettlementTest.as;
import static org.carbonmarket.settlement.SettlementTest.open;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.carbonmarket.settlement.bank.Camt053;
import org.carbonmarket.settlement.bank.Camt053.Line;
import org.carbonmarket.settlement.bank.Camt054;
import org.carbonmarket.settlement.bank.Camt054.Credit;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bank's statement of a day against the ledger; the days are of a year no other test uses. */
@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class BankReconciliationTest {

    @Test
    void aStatementIsComparedToTheEntryAndADifferenceThatIsMendedIsGone() {
        open("REC-1");
        credit("2019-03-04", new Credit("REC-A", "REC-1", "100.00"));
        String first = Camt053.of("2019-03-04", "0.00", new Line("REC-A", "CRDT", "100.00")).xml();
        for (int i = 0; i < 5; i++) {
            statement(first).statusCode(200).body("state", equalTo("RECONCILED"));
        }

        credit("2019-03-05", new Credit("REC-C", "REC-1", "7.00"));
        String second =
                Camt053.of(
                                "2019-03-05",
                                "100.00",
                                new Line("REC-B", "CRDT", "50.00"),
                                new Line("REC-C", "CRDT", "7.00"))
                        .xml();
        statement(second)
                .statusCode(200)
                .body("state", equalTo("DIFFERENT"))
                .body("differences.kind", hasItem("NOT_IN_LEDGER"))
                .body("differences", hasSize(2))
                .body("differences[1].bankReference", equalTo("REC-B"))
                .body("ledgerClosing", equalTo("107.00"));

        credit("2019-03-05", new Credit("REC-B", "REC-1", "50.00"));
        as(OPERATOR)
                .get("/bank/statements/2019-03-05")
                .then()
                .statusCode(200)
                .body("state", equalTo("RECONCILED"));
        statement(
                        second.replace("50.00", "51.00")
                                .replace("157.00", "158.00")
                                .replace("57.00", "58.00"))
                .statusCode(409)
                .body("code", equalTo("BANK_STATEMENT_CHANGED"));
        as(OPERATOR)
                .get("/bank/discrepancies?state=open&limit=1000")
                .then()
                .body("items.bankReference", hasItem("2019-03-05"));
        as(OPERATOR)
                .get("/bank/statements?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "\"CNY\", \"USD\", BANK_FILE_REFUSED",
        "CARBON-CLIENT, OTHER, BANK_FILE_REFUSED",
        "<Sum>100.00, <Sum>99.00, BANK_FILE_REFUSED",
        "CLBD, ITBD, BANK_FILE_REFUSED",
        "0.00</Amt><CdtDbtInd>CRDT, 9.00</Amt><CdtDbtInd>DBIT, BANK_FILE_REFUSED",
        "2019-04-01T10, 2019-04-02T10, BANK_FILE_REFUSED",
        "BOOK, PDNG, BANK_FILE_REFUSED",
        ">100.00<, >-100.00<, BANK_FILE_OFF_SCHEMA",
        "camt.053, camt.054, BANK_MESSAGE_OTHER"
    })
    void aFaultyStatementIsRefusedWhole(String good, String bad, String code) {
        String file = Camt053.of("2019-04-01", "0.00", new Line("REC-X", "CRDT", "100.00")).xml();
        statement(file.replace(good, bad)).statusCode(422).body("code", equalTo(code));
        as(OPERATOR).get("/bank/statements/2019-04-01").then().statusCode(404);
    }

    @Test
    void statementsAreForOperatorsAndTheBank() {
        as(TestTokens.participant("REC-1")).get("/bank/statements").then().statusCode(403);
        as(OPERATOR).get("/bank/statements/yesterday").then().statusCode(400);
        as(OPERATOR).get("/bank/statements?cursor=eA").then().statusCode(400);
    }

    private static void credit(String day, Credit credit) {
        as(OPERATOR)
                .contentType("application/xml; charset=UTF-8")
                .body(
                        Camt054.of("N-" + credit.reference(), credit)
                                .xml()
                                .replace("<Dt>2021-07-15", "<Dt>" + day))
                .post("/bank/notifications")
                .then()
                .statusCode(200)
                .body("booked", equalTo(1));
    }

    private static ValidatableResponse statement(String file) {
        return as(OPERATOR)
                .contentType("application/xml")
                .body(file)
                .post("/bank/statements")
                .then();
    }
}
