package org.carbonmarket.registry;

import static org.carbonmarket.registry.Registry.AUDITOR;
import static org.carbonmarket.registry.Registry.OPERATOR;
import static org.carbonmarket.registry.Registry.SECOND_OPERATOR;
import static org.carbonmarket.registry.Registry.as;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Determinations through the public routes. */
final class Determining {

    static final String IN_ADVANCE = "unit,account,unitClass,emissions\n";
    static final String FINALLY =
            "unit,account,unitClass,electricity,heat,cooling,heatRatio,loadFactor,emissions\n";

    private static boolean productsRecorded;

    private Determining() {}

    /** The plans' products, once for all tests that share the running registry. */
    static void recordPlansProducts() {
        if (!productsRecorded) {
            productsRecorded = true;
            List.of("CEA", "CEA21", "CEA22", "CEA23", "CEA24", "CEA25")
                    .forEach(Determining::recordUnlessRecorded);
        }
    }

    private static void recordUnlessRecorded(String product) {
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
                                2025))
                .post("/products");
    }

    static void openIn(String province, String account) {
        as(OPERATOR)
                .contentType("application/json")
                .body(
                        Map.of(
                                "account",
                                account,
                                "name",
                                account + " Co.",
                                "kind",
                                "KEY_EMITTING_UNIT",
                                "province",
                                province))
                .post("/accounts")
                .then()
                .statusCode(201);
        as(OPERATOR).post("/accounts/{account}/activation", account).then().statusCode(200);
    }

    static void assignProvince(String province, String account) {
        Registry.openActive(account);
        as(OPERATOR)
                .contentType("application/json")
                .body(Map.of("account", account))
                .put("/provincial-accounts/{province}", province)
                .then()
                .statusCode(200);
    }

    static ValidatableResponse file(String ruleSet, int year, String stage, String csv) {
        return as(OPERATOR)
                .contentType("text/csv")
                .queryParam("ruleSet", ruleSet)
                .queryParam("year", year)
                .queryParam("stage", stage)
                .queryParam("document", "D " + year)
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/determinations")
                .then();
    }

    static ValidatableResponse approve(String number) {
        return as(SECOND_OPERATOR).post("/determinations/{number}/approval", number).then();
    }

    /** An active entity whose emissions of a year are approved. */
    static void entity(String account, int year, long emissions) {
        openIn("Hubei", account);
        Reports.approved(account, year, emissions);
    }

    /** Files and approves; everything is posted. */
    static ValidatableResponse post(String ruleSet, int year, String stage, String csv) {
        String number =
                file(ruleSet, year, stage, csv).statusCode(201).extract().path("determination");
        return approve(number).statusCode(200).body("state", equalTo("POSTED"));
    }

    static void totalsBalance(String product) {
        as(AUDITOR)
                .queryParam("product", product)
                .get("/holdings/totals")
                .then()
                .statusCode(200)
                .body("balanced", equalTo(true));
    }
}
