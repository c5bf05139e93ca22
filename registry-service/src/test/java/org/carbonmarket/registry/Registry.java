package org.carbonmarket.registry;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.carbonmarket.testing.TestTokens;

/** What tests ask of the running registry, through its public routes only. */
final class Registry {

    static final String OPERATOR = TestTokens.of("lin", "registry-operator");
    static final String SECOND_OPERATOR = TestTokens.of("zhou", "registry-operator");
    static final String AUDITOR = TestTokens.of("auditor");

    private static final String API = "/api/v1";

    private Registry() {}

    static RequestSpecification as(String token) {
        return given().basePath(API).auth().oauth2(token);
    }

    static RequestSpecification asNobody() {
        return given().basePath(API);
    }

    static RequestSpecification asHolderOf(String account) {
        return as(TestTokens.participant(account));
    }

    static void openActive(String account) {
        as(OPERATOR)
                .contentType("application/json")
                .body(
                        Map.of(
                                "account",
                                account,
                                "name",
                                account + " Co.",
                                "kind",
                                "KEY_EMITTING_UNIT"))
                .post("/accounts")
                .then()
                .statusCode(201);
        as(OPERATOR).post("/accounts/{account}/activation", account).then().statusCode(200);
    }

    static void recordAllowance(String product) {
        as(OPERATOR)
                .contentType("application/json")
                .body(
                        Map.of(
                                "product",
                                product,
                                "kind",
                                "ALLOWANCE",
                                "vintageFrom",
                                2019,
                                "vintageTo",
                                2020))
                .post("/products")
                .then()
                .statusCode(201);
    }

    static ValidatableResponse file(String csv) {
        return as(OPERATOR)
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/allocations")
                .then();
    }

    static ValidatableResponse approve(String allocation) {
        return as(SECOND_OPERATOR).post("/allocations/{allocation}/approval", allocation).then();
    }

    /** Files and approves one unit's allocation. */
    static void allocate(String account, String product, long tonnes) {
        String allocation =
                file("unit,account,product,tonnes,document\nUnit of %s,%s,%s,%d,D %d"
                                .formatted(account, account, product, tonnes, tonnes))
                        .statusCode(201)
                        .extract()
                        .path("allocation");
        approve(allocation).statusCode(200);
    }

    static ValidatableResponse entrust(String account, String product, long tonnes) {
        return asHolderOf(account)
                .contentType("application/json")
                .body(Map.of("market", "CN", "product", product, "tonnes", tonnes))
                .post("/accounts/{account}/entrustments", account)
                .then();
    }

    /** One bucket of a holding as the auditor sees it; 0 when there is no such holding. */
    static long tonnes(String account, String product, String bucket) {
        Number held =
                as(AUDITOR)
                        .get("/accounts/{account}/holdings", account)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("find { it.product == '%s' }?.%s".formatted(product, bucket));
        return held == null ? 0 : held.longValue();
    }
}
