package org.carbonmarket.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaChangeTest {

    private static final String PUBLISHED =
            """
            {"type":"object","title":"order","properties":{
              "price":{"type":"string","pattern":"^[0-9]+$"},
              "tonnes":{"type":"integer","minimum":0},
              "side":{"type":"string","enum":["BUY","SELL"]},
              "note":{"type":"string"},
              "levels":{"type":"array","items":{"type":"object",
                "properties":{"price":{"type":"string"}},"required":["price"]}}},
             "required":["price","tonnes","side","levels"]}
            """;

    @Test
    void theSameSchemaIsCompatible() {
        assertThat(faultsOf("\"title\":\"order\"", "\"title\":\"an order\"")).isEmpty();
    }

    @Test
    void aNewOptionalFieldIsCompatible() {
        assertThat(faultsOf("\"note\":{", "\"client\":{\"type\":\"string\"},\"note\":{")).isEmpty();
    }

    @Test
    void aNewValueOfAnEnumerationIsCompatible() {
        assertThat(faultsOf("[\"BUY\",", "[\"EITHER\",\"BUY\",")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"note\":{\"type\":\"string\"}, | `` | /note was removed",
                "\"note\":{ | \"client\":{ | /note was removed",
                "\"side\",\"levels\"] | \"levels\"] | /side became optional",
                "\"side\",\"levels\"] | \"side\",\"levels\",\"note\"] | /note became required",
                "\"integer\",\"minimum\":0 | \"string\",\"minimum\":0 | /tonnes changed its type",
                "\"minimum\":0 | \"minimum\":1 | /tonnes changed its minimum",
                "^[0-9]+$ | ^[0-9]{3}$ | /price changed its pattern",
                "[\"BUY\",\"SELL\"] | [\"BUY\"] | /side lost the value SELL",
                ",\"enum\":[\"BUY\",\"SELL\"] | `` | /side began or ceased to be an enumeration",
                "{\"price\":{\"type\":\"string\"}} | {} | /levels[]/price was removed",
                "\"required\":[\"price\"] | \"required\":[] | /levels[]/price became optional",
                "\"type\":\"object\",\"title\" | \"type\":\"object\",\"additionalProperties\":"
                        + "false,\"title\" | the event changed its additionalProperties"
            })
    void whatWouldBreakAReaderIsRefused(String part, String replacement, String fault) {
        assertThat(faultsOf(part, replacement)).contains(fault);
    }

    @Test
    void aNewRequiredFieldIsRefused() throws JsonProcessingException {
        String proposed =
                PUBLISHED
                        .replace("\"note\":{", "\"client\":{\"type\":\"string\"},\"note\":{")
                        .replace("[\"price\",\"tonnes\"", "[\"client\",\"price\",\"tonnes\"");

        assertThat(compare(proposed)).containsExactly("/client is new and required");
    }

    @Test
    void anArrayOfOtherItemsIsRefused() {
        assertThat(faultsOf("\"items\":", "\"contains\":"))
                .contains("/levels changed what its items may be");
    }

    private static List<String> faultsOf(String part, String replacement) {
        assertThat(PUBLISHED).contains(part);
        try {
            return compare(PUBLISHED.replace(part, replacement));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static List<String> compare(String proposed) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        return SchemaChange.incompatibilities(json.readTree(PUBLISHED), json.readTree(proposed));
    }
}
