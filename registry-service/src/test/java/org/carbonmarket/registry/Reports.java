package org.carbonmarket.registry;

import static org.carbonmarket.registry.Registry.as;
import static org.carbonmarket.registry.Registry.asHolderOf;

import io.restassured.response.ValidatableResponse;
import org.carbonmarket.testing.TestTokens;

/** Emission reports through the public routes, up to the approved figure. */
final class Reports {

    private static final String VERIFIER = TestTokens.of("wang", "verifier");
    private static final String AUTHORITY = TestTokens.of("chen", "regulator");

    private Reports() {}

    /** A report of one unit and one month. */
    static String report(long emissions) {
        return """
        {"units":[{"unit":"Unit 1","months":[{"month":1,"emissions":"%d",\
        "parameters":{"coalTonnes":"400.5"}}]}]}\
        """
                .formatted(emissions);
    }

    static ValidatableResponse submit(String account, int year, long emissions) {
        return asHolderOf(account)
                .contentType("application/json")
                .body(report(emissions))
                .post("/accounts/{account}/emissions/{year}", account, year)
                .then();
    }

    static ValidatableResponse verify(String account, int year, int version, String outcome) {
        return say(VERIFIER, account, year, version, "verification", outcome);
    }

    static ValidatableResponse approve(String account, int year, int version, String outcome) {
        return say(AUTHORITY, account, year, version, "approval", outcome);
    }

    /** Reports, verifies and approves the first version of an entity's year. */
    static void approved(String account, int year, long emissions) {
        submit(account, year, emissions).statusCode(201);
        verify(account, year, 1, "CONFIRMED").statusCode(200);
        approve(account, year, 1, "CONFIRMED").statusCode(200);
    }

    private static ValidatableResponse say(
            String token, String account, int year, int version, String step, String outcome) {
        return as(token)
                .contentType("application/json")
                .body("{\"outcome\":\"%s\",\"remark\":\"Look at March.\"}".formatted(outcome))
                .post(
                        "/accounts/{account}/emissions/{year}/versions/{version}/" + step,
                        account,
                        year,
                        version)
                .then();
    }
}
