package org.carbonmarket.registry;

import static org.carbonmarket.registry.Registry.AUDITOR;
import static org.carbonmarket.registry.Registry.OPERATOR;
import static org.carbonmarket.registry.Registry.as;
import static org.carbonmarket.registry.Registry.asHolderOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.carbonmarket.testing.MarketInfrastructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class AccountsTest {

    @Test
    void anAccountIsPendingUntilActivatedAndClosesForGood() {
        open("ACC-1").statusCode(201).body("state", equalTo("PENDING"));
        become("ACC-1", "restriction", 409, "ACCOUNT_STATE");
        change("ACC-1", "activation").body("state", equalTo("ACTIVE")).body("version", equalTo(2));
        change("ACC-1", "activation").body("version", equalTo(2));
        change("ACC-1", "restriction").body("state", equalTo("RESTRICTED"));
        change("ACC-1", "closing").body("state", equalTo("CLOSED")).body("version", equalTo(4));
        become("ACC-1", "activation", 409, "ACCOUNT_STATE");
    }

    @Test
    void aNumberIsAssignedWhenNoneIsGivenEvenWhereOperatorsGaveOneFromTheSeries() {
        open("A00000001").statusCode(201);
        as(OPERATOR)
                .contentType("application/json")
                .body("{\"name\":\"Unnumbered Co.\",\"kind\":\"INSTITUTION\"}")
                .post("/accounts")
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("account", matchesPattern("A[0-9]{8}"));
    }

    @Test
    void aNumberIsGivenOnce() {
        open("ACC-2").statusCode(201);
        open("ACC-2").statusCode(409).body("code", equalTo("ACCOUNT_EXISTS"));
    }

    @Test
    void anAccountWithHoldingsIsNotClosed() {
        Registry.openActive("ACC-3");
        Registry.recordAllowance("ACCP");
        Registry.allocate("ACC-3", "ACCP", 5);

        become("ACC-3", "closing", 409, "HOLDINGS_NOT_EMPTY");
        change("ACC-3", "restriction").body("state", equalTo("RESTRICTED"));
        Registry.entrust("ACC-3", "ACCP", 1)
                .statusCode(409)
                .body("code", equalTo("ACCOUNT_NOT_ACTIVE"));
    }

    @Test
    void aParticipantSeesItsOwnAccountOnly() {
        open("ACC-4").statusCode(201);
        open("ACC-5").statusCode(201);

        asHolderOf("ACC-4").get("/accounts/ACC-4").then().statusCode(200);
        asHolderOf("ACC-4")
                .get("/accounts/ACC-5")
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_YOUR_ACCOUNT"));
        asHolderOf("ACC-4").get("/accounts").then().statusCode(403);
        as(AUDITOR).get("/accounts/ACC-5").then().statusCode(200);
    }

    @Test
    void theListIsPagedByCursor() {
        List<String> opened = List.of("PAGED-1", "PAGED-2", "PAGED-3");
        opened.forEach(account -> open(account).statusCode(201));

        List<String> listed = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            var page =
                    as(AUDITOR)
                            .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                            .queryParam("limit", 2)
                            .get("/accounts")
                            .then()
                            .statusCode(200)
                            .extract();
            listed.addAll(page.path("items.account"));
            cursor = page.path("next");
        } while (cursor != null);

        Assertions.assertThat(listed).containsAll(opened).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void productsAreRecordedOnceAndShownToEveryone() {
        Registry.recordAllowance("SHOWN");
        as(OPERATOR)
                .contentType("application/json")
                .body(
                        """
                        {"product":"SHOWN","kind":"CREDIT","vintageFrom":2021,"vintageTo":2021}\
                        """)
                .post("/products")
                .then()
                .statusCode(409)
                .body("code", equalTo("PRODUCT_EXISTS"));
        Registry.asNobody()
                .get("/products")
                .then()
                .statusCode(200)
                .body("product", hasItems("SHOWN"))
                .body("findAll { it.product == 'SHOWN' }", hasSize(1))
                .body("find { it.product == 'SHOWN' }.tradableFrom", nullValue());
    }

    private static ValidatableResponse open(String account) {
        return as(OPERATOR)
                .contentType("application/json")
                .body(
                        """
                        {"account":"%s","name":"Power Co.","kind":"KEY_EMITTING_UNIT",\
                        "province":"Hubei"}\
                        """
                                .formatted(account))
                .post("/accounts")
                .then();
    }

    private static ValidatableResponse change(String account, String step) {
        return as(OPERATOR).post("/accounts/{account}/" + step, account).then().statusCode(200);
    }

    private static void become(String account, String step, int status, String code) {
        as(OPERATOR)
                .post("/accounts/{account}/" + step, account)
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }
}
