package org.carbonmarket.registry;

import static org.carbonmarket.registry.Registry.OPERATOR;
import static org.carbonmarket.registry.Registry.SECOND_OPERATOR;
import static org.carbonmarket.registry.Registry.as;
import static org.carbonmarket.registry.Registry.asHolderOf;
import static org.carbonmarket.registry.Registry.asNobody;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;

/** What tests ask of the running registry about credits. */
final class Credits {

    private Credits() {}

    static void ensureOpen(String account) {
        if (as(OPERATOR).get("/accounts/{account}", account).statusCode() == 404) {
            Registry.openActive(account);
        }
    }

    static void ensureRegistered(String project, String owner) {
        if (asNobody().get("/projects/{project}", project).statusCode() == 404) {
            register(project, owner);
        }
    }

    /** Opens the owner's account and records a project that is credited from 2020 to 2040. */
    static void register(String project, String owner) {
        ensureOpen(owner);
        as(OPERATOR)
                .contentType("application/json")
                .body(
                        Map.of(
                                "project",
                                project,
                                "name",
                                "Project " + project,
                                "methodology",
                                "CCER-14-001-V01",
                                "owner",
                                owner,
                                "registeredOn",
                                "2024-01-22",
                                "creditingFrom",
                                "2020-01-01",
                                "creditingTo",
                                "2040-12-31"))
                .post("/projects")
                .then()
                .statusCode(201);
    }

    static ValidatableResponse propose(String project, String from, String to, long tonnes) {
        return as(OPERATOR)
                .contentType("application/json")
                .body(
                        Map.of(
                                "periodFrom",
                                from,
                                "periodTo",
                                to,
                                "tonnes",
                                tonnes,
                                "document",
                                "Verification report"))
                .post("/projects/{project}/batches", project)
                .then();
    }

    /** Proposes a batch for a whole year. */
    static String propose(String project, int year, long tonnes) {
        return propose(project, year + "-01-01", year + "-12-31", tonnes)
                .statusCode(201)
                .extract()
                .path("batch");
    }

    static JsonPath issue(String project, String batch) {
        return as(SECOND_OPERATOR)
                .post("/projects/{project}/batches/{batch}/approval", project, batch)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Issues credits of one year to an owner and tells the first serial. */
    static long issued(String project, String owner, int year, long tonnes) {
        ensureRegistered(project, owner);
        return issue(project, propose(project, year, tonnes)).getLong("serials.first");
    }

    static ValidatableResponse pool(String account, String product, long tonnes) {
        return asHolderOf(account)
                .contentType("application/json")
                .body(Map.of("product", product, "tonnes", tonnes))
                .post("/accounts/{account}/poolings", account)
                .then();
    }

    static ValidatableResponse retire(String account, Map<String, Object> asked) {
        Map<String, Object> body = new HashMap<>();
        body.put("beneficiary", "Example Airlines");
        body.put("reason", "Flights of 2024");
        body.putAll(asked);
        return asHolderOf(account)
                .contentType("application/json")
                .body(body)
                .post("/accounts/{account}/retirements", account)
                .then();
    }
}
