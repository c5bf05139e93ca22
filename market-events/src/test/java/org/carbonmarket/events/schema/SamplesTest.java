package org.carbonmarket.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.events.envelope.EncodedEvent;
import org.carbonmarket.events.envelope.EventCodec;
import org.carbonmarket.events.envelope.EventTypes;
import org.carbonmarket.events.envelope.UndecodableEvent;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplesTest {

    private final EventCodec codec = new EventCodec();
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(Topic.class)
    void aSampleIsReadAndWrittenBackAsItWas(Topic topic) throws IOException, UndecodableEvent {
        for (Class<? extends PublishedEvent> event : EventTypes.eventsOf(topic)) {
            String type = EventTypes.nameOf(event);

            PublishedEvent read = codec.decode(topic, type, PublishedFiles.SAMPLES.bytes(type));
            EncodedEvent written = codec.encode(read);

            assertThat(read).isInstanceOf(event);
            assertThat(written.type()).isEqualTo(type);
            assertThat(json.readTree(written.payload()))
                    .as(type)
                    .isEqualTo(PublishedFiles.SAMPLES.read(type));
        }
    }

    @Test
    void everyEventHasASampleAndNothingElseHas() throws IOException {
        assertThat(PublishedFiles.SAMPLES.types())
                .containsExactlyInAnyOrderElementsOf(
                        PublishedFiles.events().stream().map(EventTypes::nameOf).toList());
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void anEventWithoutOneOfItsRequiredFieldsIsUndecodable(Topic topic) throws IOException {
        List<String> accepted = new ArrayList<>();
        for (Class<? extends PublishedEvent> event : EventTypes.eventsOf(topic)) {
            String type = EventTypes.nameOf(event);
            for (JsonNode field : PublishedFiles.SCHEMAS.read(type).path("required")) {
                ObjectNode sample = PublishedFiles.SAMPLES.read(type).deepCopy();
                sample.remove(field.asText());
                if (isDecodable(topic, type, json.writeValueAsBytes(sample))) {
                    accepted.add(type + " without " + field.asText());
                }
            }
        }
        assertThat(accepted).isEmpty();
    }

    private boolean isDecodable(Topic topic, String type, byte[] payload) {
        try {
            return codec.decode(topic, type, payload) != null;
        } catch (UndecodableEvent undecodable) {
            return false;
        }
    }
}
