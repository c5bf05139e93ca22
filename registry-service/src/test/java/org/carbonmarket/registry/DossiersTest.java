package org.carbonmarket.registry;

import static org.carbonmarket.registry.Registry.AUDITOR;
import static org.carbonmarket.registry.Registry.OPERATOR;
import static org.carbonmarket.registry.Registry.as;
import static org.carbonmarket.registry.Registry.asHolderOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.carbonmarket.testing.MarketInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class DossiersTest {

    private static final String DIGEST = "ab".repeat(32);

    @Test
    void anApplicationWithDocumentsIsActivatedOnceAReviewAcceptedAllOfThem() {
        apply("DOS-1");
        document("DOS-1", DIGEST).statusCode(201).body("number", equalTo(1));
        activate("DOS-1", 409).body("code", equalTo("APPLICATION_NOT_REVIEWED"));
        review("DOS-1", "{\"outcome\":\"RETURNED\",\"remark\":\"The licence has run out.\"}")
                .statusCode(201);
        activate("DOS-1", 409).body("code", equalTo("APPLICATION_RETURNED"));
        review("DOS-1", "{\"outcome\":\"ACCEPTED\"}").statusCode(201).body("number", equalTo(2));
        document("DOS-1", "cd".repeat(32)).statusCode(201).body("number", equalTo(2));
        activate("DOS-1", 409).body("code", equalTo("APPLICATION_NOT_REVIEWED"));
        review("DOS-1", "{\"outcome\":\"ACCEPTED\"}").statusCode(201).body("documents", equalTo(2));

        activate("DOS-1", 200).body("state", equalTo("ACTIVE"));
        as(AUDITOR)
                .get("/accounts/DOS-1/reviews")
                .then()
                .statusCode(200)
                .body("outcome", equalTo(List.of("ACCEPTED", "ACCEPTED", "RETURNED")));
    }

    @Test
    void aDocumentIsRecordedOnceByItsDigest() {
        apply("DOS-2");
        document("DOS-2", DIGEST).statusCode(201);
        document("DOS-2", DIGEST).statusCode(201).body("number", equalTo(1));

        asHolderOf("DOS-2")
                .get("/accounts/DOS-2/documents")
                .then()
                .statusCode(200)
                .body("sha256", equalTo(List.of(DIGEST)))
                .body("[0].recordedBy", notNullValue());
    }

    @Test
    void aPersonActsForAnAccountUntilThatIsEnded() {
        Registry.openActive("DOS-3");
        user("DOS-3", "{\"user\":\"wei\",\"name\":\"Wei Min\",\"powers\":[\"VIEW\",\"ENTRUST\"]}")
                .statusCode(201)
                .body("powers", containsInAnyOrder("VIEW", "ENTRUST"));
        user("DOS-3", "{\"user\":\"wei\",\"name\":\"Wei Min\",\"powers\":[\"VIEW\"]}")
                .statusCode(409)
                .body("code", equalTo("USER_ACTS_ALREADY"));

        end("DOS-3", "wei").statusCode(200).body("[0].endedBy", equalTo("lin"));
        end("DOS-3", "wei").statusCode(200).body("$", hasSize(1));
        end("DOS-3", "nobody").statusCode(404).body("code", equalTo("USER_UNKNOWN"));
        user("DOS-3", "{\"user\":\"wei\",\"name\":\"Wei Min\",\"powers\":[\"VIEW\"]}")
                .statusCode(201);
        as(AUDITOR)
                .get("/accounts/DOS-3/users")
                .then()
                .statusCode(200)
                .body("user", equalTo(List.of("wei", "wei")))
                .body("[1].endedBy", nullValue());
    }

    @Test
    void relatedAccountsShareAControlGroup() {
        Registry.openActive("DOS-4");
        Registry.openActive("DOS-5");
        relate("DOS-4", "{\"controlGroup\":\"Holding\"}").body("version", equalTo(3));
        relate("DOS-4", "{\"controlGroup\":\"Holding\"}").body("version", equalTo(3));
        relate("DOS-5", "{\"controlGroup\":\"Holding\"}");

        as(AUDITOR)
                .queryParam("controlGroup", "Holding")
                .queryParam("state", "ACTIVE")
                .get("/accounts")
                .then()
                .statusCode(200)
                .body("items.account", equalTo(List.of("DOS-4", "DOS-5")));
        relate("DOS-5", "{}").body("controlGroup", nullValue());
        as(AUDITOR)
                .queryParam("controlGroup", "Holding")
                .get("/accounts")
                .then()
                .body("items.account", equalTo(List.of("DOS-4")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "documents|{}|400",
                "documents|[]|400",
                "documents|''|400",
                "documents|{\"kind\":\"SECRET\",\"title\":\"T\",\"mediaType\":\"a/b\",\"bytes\":1,"
                        + "\"sha256\":\"00\"}|400",
                "documents|{\"kind\":\"OTHER\",\"title\":\"T\",\"mediaType\":\"a/b\",\"bytes\":1,"
                        + "\"sha256\":\"00\"}|422",
                "reviews|{\"outcome\":\"RETURNED\"}|422",
                "reviews|{\"outcome\":\"PERHAPS\"}|400",
                "users|{\"user\":\"a b\",\"name\":\"N\",\"powers\":[\"VIEW\"]}|422",
                "users|{\"user\":\"a\",\"name\":\"N\",\"powers\":[]}|422",
                "users|{\"user\":\"a\",\"name\":\"N\",\"powers\":[\"ALL\"]}|400",
                "users|{\"user\":\"a\",\"name\":\" \",\"powers\":[\"VIEW\"]}|422",
                "users|{\"user\":\"a\",\"name\":\"N\",\"powers\":[\"VIEW\"],\"document\":9}|422"
            })
    void whatIsOutOfFormIsRefusedAndChangesNothing(String route, String body, int status) {
        if (as(AUDITOR).get("/accounts/DOS-BAD").statusCode() == 404) {
            apply("DOS-BAD");
        }
        as(OPERATOR)
                .contentType("application/json")
                .body(body)
                .post("/accounts/DOS-BAD/" + route)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
        as(AUDITOR).get("/accounts/DOS-BAD/" + route).then().body("$", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"documents", "reviews", "users"})
    void aDossierIsForItsOwnerAndOfficials(String route) {
        asHolderOf("DOS-OTHER").get("/accounts/DOS-3/" + route).then().statusCode(403);
        as(OPERATOR).get("/accounts/DOS-NOBODY/" + route).then().statusCode(404);
        Registry.asNobody().get("/accounts/DOS-3/" + route).then().statusCode(401);
    }

    private static void apply(String account) {
        as(OPERATOR)
                .contentType("application/json")
                .body(
                        "{\"account\":\"%s\",\"name\":\"Power Co.\",\"kind\":\"INSTITUTION\"}"
                                .formatted(account))
                .post("/accounts")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse document(String account, String digest) {
        return asHolderOf(account)
                .contentType("application/json")
                .body(
                        """
                        {"kind":"BUSINESS_LICENCE","title":"Licence",\
                        "mediaType":"application/pdf","bytes":100,"sha256":"%s"}\
                        """
                                .formatted(digest))
                .post("/accounts/{account}/documents", account)
                .then();
    }

    private static ValidatableResponse review(String account, String body) {
        return as(OPERATOR)
                .contentType("application/json")
                .body(body)
                .post("/accounts/{account}/reviews", account)
                .then();
    }

    private static ValidatableResponse user(String account, String body) {
        return as(OPERATOR)
                .contentType("application/json")
                .body(body)
                .post("/accounts/{account}/users", account)
                .then();
    }

    private static ValidatableResponse end(String account, String user) {
        return as(OPERATOR).post("/accounts/{account}/users/{user}/ending", account, user).then();
    }

    private static ValidatableResponse relate(String account, String body) {
        return as(OPERATOR)
                .contentType("application/json")
                .body(body)
                .put("/accounts/{account}/control-group", account)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse activate(String account, int status) {
        return as(OPERATOR)
                .post("/accounts/{account}/activation", account)
                .then()
                .statusCode(status);
    }
}
