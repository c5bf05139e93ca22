package org.carbonmarket.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.carbonmarket.events.envelope.EventTypes;
import org.carbonmarket.events.topic.PublishedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Run with {@code -Dschemas.write=true} to publish compatible changes of the records. */
class EventSchemasTest {

    private static final EventSchemas GENERATED = new EventSchemas();
    private static final boolean WRITE = Boolean.getBoolean("schemas.write");

    static List<Class<? extends PublishedEvent>> events() {
        return PublishedFiles.events();
    }

    @ParameterizedTest
    @MethodSource("events")
    void aRecordChangesOnlyCompatiblyAndItsPublishedSchemaWithIt(
            Class<? extends PublishedEvent> event) throws IOException {
        String type = EventTypes.nameOf(event);
        JsonNode generated = GENERATED.of(event);
        if (PublishedFiles.SCHEMAS.has(type)) {
            assertThat(SchemaChange.incompatibilities(PublishedFiles.SCHEMAS.read(type), generated))
                    .as("incompatible change of %s: it needs a new event", type)
                    .isEmpty();
        }
        if (WRITE) {
            PublishedFiles.SCHEMAS.write(type, generated);
        }
        assertThat(PublishedFiles.SCHEMAS.has(type))
                .as("%s has a schema; run with -Dschemas.write=true", type)
                .isTrue();
        assertThat(PublishedFiles.SCHEMAS.read(type))
                .as("published schema of %s; run with -Dschemas.write=true", type)
                .isEqualTo(generated);
    }

    @Test
    void aPublishedEventIsNeverDropped() throws IOException {
        assertThat(PublishedFiles.SCHEMAS.types())
                .isSubsetOf(PublishedFiles.events().stream().map(EventTypes::nameOf).toList());
    }
}
