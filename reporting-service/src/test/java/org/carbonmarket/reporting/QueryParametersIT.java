package org.carbonmarket.reporting;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.carbonmarket.testing.MarketInfrastructure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A parameter that cannot be understood is refused by name, never passed over. */
@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class QueryParametersIT {

    @ParameterizedTest
    @CsvSource({
        "daily-sheets?market=XX, MARKET_UNKNOWN, market",
        "daily-sheets?market=cn, MARKET_UNKNOWN, market",
        "daily-sheets?market=, MARKET_UNKNOWN, market",
        "daily-sheets?day=16.07.2021, DAY_MALFORMED, day",
        "daily-sheets?day=2021-02-30, DAY_MALFORMED, day",
        "daily-sheets?from=+12021-02-03, DAY_MALFORMED, from",
        "daily-sheets?to=2021-7-1, DAY_MALFORMED, to",
        "daily-sheets?day=2021-07-16&from=2021-07-16, PERIOD_AMBIGUOUS, day",
        "daily-sheets?from=2021-07-17&to=2021-07-16, PERIOD_REVERSED, to",
        "daily-sheets?product=cea, PRODUCT_MALFORMED, product",
        "daily-sheets?format=xml, CHOICE_UNKNOWN, format",
        "daily-sheets?format=CSV, CHOICE_UNKNOWN, format",
        "daily-sheets?dya=2021-07-16, PARAMETER_UNKNOWN, dya",
        "daily-sheets?day=2021-07-16&day=2021-07-17, PARAMETER_REPEATED, day",
        "cumulative?market=XX, MARKET_UNKNOWN, market",
        "cumulative?day=2021-07-16, PARAMETER_UNKNOWN, day",
        "trades?limit=0, LIMIT_OUT_OF_RANGE, limit",
        "trades?limit=1001, LIMIT_OUT_OF_RANGE, limit",
        "trades?limit=ten, LIMIT_OUT_OF_RANGE, limit",
        "trades?cursor=-1, CURSOR_MALFORMED, cursor",
        "trades?cursor=abc, CURSOR_MALFORMED, cursor",
        "trades?cursor=99999999999999999999, CURSOR_MALFORMED, cursor",
        "quotes?market=1, MARKET_UNKNOWN, market",
        "reconciliation?account=SELLER-1, PARAMETER_UNKNOWN, account"
    })
    void aBadParameterIsRefusedByName(String request, String code, String field) {
        given().urlEncodingEnabled(false)
                .get("/api/v1/" + request)
                .then()
                .statusCode(400)
                .contentType(containsString("application/problem+json"))
                .body("code", equalTo(code))
                .body("field", equalTo(field));
    }
}
