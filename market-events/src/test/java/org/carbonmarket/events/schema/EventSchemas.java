package org.carbonmarket.events.schema;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import org.carbonmarket.events.envelope.EventTypes;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.topic.PublishedEvent;
import org.jspecify.annotations.Nullable;

/** Makes the JSON Schema (2020-12) of an event from its record. */
final class EventSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARKET_NUMBER = "^(CN|HB|GD)-(0|[1-9][0-9]{0,17})$";
    private static final String YUAN = "(0|[1-9][0-9]{0,16})\\.[0-9]{2}$";

    /** How the value types are written; see MarketJson. */
    private static final Map<Class<?>, ObjectNode> VALUES =
            Map.of(
                    Money.class, text("pattern", "^" + YUAN),
                    Price.class, text("pattern", "^(?!0\\.00$)" + YUAN),
                    Tonnes.class, JSON.createObjectNode().put("type", "integer").put("minimum", 0),
                    AccountId.class, text("pattern", "^[A-Z0-9][A-Z0-9-]{0,30}[A-Z0-9]$"),
                    ProductCode.class, text("pattern", "^[A-Z][A-Z0-9-]{0,30}[A-Z0-9]$"),
                    OrderId.class, text("pattern", MARKET_NUMBER),
                    TradeId.class, text("pattern", MARKET_NUMBER),
                    LocalDate.class, text("format", "date"),
                    OffsetDateTime.class, text("format", "date-time"));

    private final SchemaGenerator generator;

    EventSchemas() {
        SchemaGeneratorConfigBuilder config =
                new SchemaGeneratorConfigBuilder(
                                JSON, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                        .with(Option.INLINE_ALL_SCHEMAS);
        config.forFields()
                .withRequiredCheck(field ->
                        isRequired(field.getDeclaringType().getErasedType(), field.getName()));
        config.forTypesInGeneral()
                .withPropertySorter((_, _) -> 0)
                .withCustomDefinitionProvider((type, context) -> {
                    ObjectNode value = VALUES.get(type.getErasedType());
                    return value == null
                            ? null
                            : new CustomDefinition(
                                    value.deepCopy(),
                                    CustomDefinition.INLINE_DEFINITION,
                                    CustomDefinition.EXCLUDING_ATTRIBUTES);
                });
        generator = new SchemaGenerator(config.build());
    }

    ObjectNode of(Class<? extends PublishedEvent> event) {
        ObjectNode generated = generator.generateSchema(event);
        ObjectNode schema = JSON.createObjectNode();
        schema.set("$schema", generated.remove("$schema"));
        schema.put("title", EventTypes.nameOf(event));
        schema.setAll(generated);
        return schema;
    }

    private static boolean isRequired(Class<?> record, String name) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .noneMatch(EventSchemas::isOptional);
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static ObjectNode text(String keyword, String value) {
        return JSON.createObjectNode().put("type", "string").put(keyword, value);
    }
}
