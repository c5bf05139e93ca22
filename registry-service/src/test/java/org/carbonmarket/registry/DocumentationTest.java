package org.carbonmarket.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonmarket.testing.MarketInfrastructure;
import org.junit.jupiter.api.Test;

/** The OpenAPI document tells of every route what goes in and what comes out, refusals included. */
@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
class DocumentationTest {

    private static final Pattern REFERENCE =
            Pattern.compile("#/components/(examples|responses)/([A-Za-z]+)");

    @Test
    void everyOperationHasASummaryAndAnExampleOfItsAnswer() {
        Map<String, Map<String, Map<String, Object>>> paths = document().getMap("paths");
        List<String> bare = new ArrayList<>();
        paths.forEach((path, operations) ->
                operations.forEach((method, operation) -> {
                    String answers = String.valueOf(operation.get("responses"));
                    if (!operation.containsKey("summary") || !answers.contains("examples={")) {
                        bare.add(method + " " + path);
                    }
                }));

        assertThat(paths).hasSizeGreaterThan(12);
        assertThat(bare).isEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        JsonPath document = document();
        Map<String, Object> examples = document.getMap("components.examples");
        Map<String, Object> responses = document.getMap("components.responses");
        Matcher references = REFERENCE.matcher(document.prettify());
        int found = 0;
        while (references.find()) {
            found++;
            assertThat(references.group(1).equals("examples") ? examples : responses)
                    .containsKey(references.group(2));
        }

        assertThat(found).isGreaterThan(30);
    }

    private static JsonPath document() {
        return given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
