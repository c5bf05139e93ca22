package org.carbonmarket.trading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.testing.MarketInfrastructure;
import org.carbonmarket.trading.floor.SimulatedDay;
import org.junit.jupiter.api.Test;

/** The API describes itself whole: a stranger can write a client from it. */
@QuarkusTest
@TestProfile(SimulatedDay.class)
@QuarkusTestResource(MarketInfrastructure.class)
class OpenApiTest {

    @Test
    void everyRouteShowsExamplesOfWhatIsSentAndAnswered() throws JsonProcessingException {
        List<String> bare = new ArrayList<>();
        int operations = 0;
        for (var path : document().path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                operations++;
                String name = operation.getKey() + " " + path.getKey();
                if (operation.getValue().path("summary").isMissingNode()) {
                    bare.add(name + " has no summary");
                }
                JsonNode body = operation.getValue().path("requestBody");
                if (!body.isMissingNode() && !showsExample(body)) {
                    bare.add(name + " has no example of its request");
                }
                bare.addAll(answersWithoutExample(name, operation.getValue().path("responses")));
            }
        }
        assertThat(bare).isEmpty();
        assertThat(operations).isGreaterThanOrEqualTo(15);
    }

    @Test
    void pricesAreDecimalStringsAndTonnesWholeNumbers() throws JsonProcessingException {
        JsonNode schemas = document().path("components").path("schemas");
        assertThat(schemas.path("Price").path("type").asText()).isEqualTo("string");
        assertThat(schemas.path("Money").path("type").asText()).isEqualTo("string");
        assertThat(schemas.path("Tonnes").path("type").asText()).isEqualTo("integer");
    }

    private static List<String> answersWithoutExample(String name, JsonNode responses) {
        List<String> bare = new ArrayList<>();
        boolean hasProblem = false;
        for (var response : responses.properties()) {
            boolean isCommon = List.of("401", "403").contains(response.getKey());
            boolean shows = showsExample(response.getValue());
            hasProblem |= shows && response.getKey().startsWith("4");
            if (!shows && !isCommon && !response.getKey().equals("202")) {
                bare.add(name + " has no example of its answer " + response.getKey());
            }
        }
        if (!hasProblem) {
            bare.add(name + " has no example of a problem");
        }
        return bare;
    }

    private static boolean showsExample(JsonNode message) {
        for (var content : message.path("content").properties()) {
            if (!content.getValue().path("examples").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode document() throws JsonProcessingException {
        return new JsonMapper()
                .readTree(given().basePath("").get("/q/openapi?format=json").asString());
    }
}
