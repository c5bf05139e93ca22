package org.carbonmarket.events.asyncapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.carbonmarket.events.envelope.EncodedEvent;
import org.carbonmarket.events.envelope.EventTypes;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.events.topic.Topic.Service;
import org.carbonmarket.events.topic.Topic.Spread;

/** The AsyncAPI 3.0 document of every topic, made from {@link Topic#values()}. */
final class AsyncApiDocument {

    private static final String EVENT = "cloudEvent";
    private static final String COMMAND = "logCommand";
    private static final String BINDING_VERSION = "0.5.0";
    private static final String RESOURCES = "./src/main/resources/";

    private final ObjectMapper json = new ObjectMapper();

    private AsyncApiDocument() {}

    static String text() {
        return "# Generated from the topics of the code; AsyncApiTest -Dschemas.write=true writes"
                + " it anew.\n"
                + Yaml.of(new AsyncApiDocument().document());
    }

    private ObjectNode document() {
        ObjectNode document = json.createObjectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Carbon market events")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "Every topic of the platform. Events are CloudEvents 1.0 in Kafka's binary"
                            + " mode with a JSON payload. Read with isolation.level=read_committed."
                            + " Prices and amounts are decimal strings in yuan, quantities whole"
                            + " tonnes of CO2 equivalent, times RFC 3339 in Asia/Shanghai.");
        document.put("defaultContentType", "application/json");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        ObjectNode traits = components.putObject("messageTraits");
        traits.set(EVENT, cloudEvent());
        traits.set(COMMAND, logCommand());
        for (Topic topic : Topic.values()) {
            channels.set(topic.topicName(), channel(topic));
            operation(operations, topic, topic.writer(), "send");
            topic.readers().stream()
                    .sorted()
                    .forEach(reader -> operation(operations, topic, reader, "receive"));
            for (Class<? extends PublishedEvent> event : EventTypes.eventsOf(topic)) {
                messages.set(EventTypes.nameOf(event), message(topic, event));
            }
        }
        return document;
    }

    private ObjectNode channel(Topic topic) {
        List<String> readers = topic.readers().stream().sorted().map(Service::label).toList();
        ObjectNode channel = json.createObjectNode().put("address", topic.topicName());
        channel.put("title", topic.family().getSimpleName());
        channel.put("description", description(topic, readers));
        ObjectNode messages = channel.putObject("messages");
        for (Class<? extends PublishedEvent> event : EventTypes.eventsOf(topic)) {
            String type = EventTypes.nameOf(event);
            messages.putObject(type).put("$ref", "#/components/messages/" + type);
        }
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.topicName()).put("partitions", topic.partitions());
        kafka.putObject("topicConfiguration")
                .putArray("cleanup.policy")
                .add(topic.access().isCompacted() ? "compact" : "delete");
        kafka.put("bindingVersion", BINDING_VERSION);
        channel.put("x-access", access(topic));
        channel.put("x-partitioned-by", topic.spread() == Spread.BY_MARKET ? "market" : "key");
        channel.put("x-writer", topic.writer().label());
        ArrayNode names = channel.putArray("x-readers");
        readers.forEach(names::add);
        channel.put("x-dead-letters", topic.deadLetters());
        return channel;
    }

    private static String description(Topic topic, List<String> readers) {
        return (topic.access().isPublic() ? "Public: " : "Not public: ")
                + "written by "
                + topic.writer().label()
                + ", read by "
                + String.join(", ", readers)
                + (topic.access().isPublic() ? " and downstream systems" : "")
                + ". "
                + (topic.spread() == Spread.BY_MARKET
                        ? "One partition per market (CN 0, HB 1, GD 2)"
                        : "Partitioned by the key")
                + sequence(topic);
    }

    private static String sequence(Topic topic) {
        if (topic.access() == Topic.Access.PRIVATE) {
            return "; a message's offset is its sequence.";
        }
        return topic.access().isCompacted()
                ? "; ce_sequence only grows in each partition, the newest message of a key stays."
                : "; ce_sequence is gapless from 1 in each partition.";
    }

    private static String access(Topic topic) {
        return topic.access().isPublic()
                ? "public"
                : topic.access() == Topic.Access.PRIVATE ? "private" : "internal";
    }

    private void operation(ObjectNode operations, Topic topic, Service service, String action) {
        String verb = action.equals("send") ? "writes" : "reads";
        ObjectNode operation =
                operations.putObject(service.label() + "-" + verb + "-" + topic.topicName());
        operation.put("action", action);
        operation.putObject("channel").put("$ref", "#/channels/" + topic.topicName());
        operation.put("summary", capital(service.label()) + " " + verb + " " + topic.topicName());
        operation.putArray("tags").addObject().put("name", service.label());
    }

    private ObjectNode message(Topic topic, Class<? extends PublishedEvent> event) {
        String type = EventTypes.nameOf(event);
        ObjectNode message = json.createObjectNode().put("name", type);
        message.put("title", event.getSimpleName());
        message.put("contentType", "application/json");
        String trait = topic.access() == Topic.Access.PRIVATE ? COMMAND : EVENT;
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/" + trait);
        message.putObject("payload").put("$ref", RESOURCES + "schemas/" + type + ".json");
        message.putArray("examples")
                .addObject()
                .put("name", event.getSimpleName())
                .putObject("payload")
                .put("$ref", RESOURCES + "samples/" + type + ".json");
        return message;
    }

    private ObjectNode cloudEvent() {
        ObjectNode trait = json.createObjectNode();
        ObjectNode headers = trait.putObject("headers").put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        text(properties, "ce_specversion", "The version of CloudEvents").put("const", "1.0");
        text(properties, EncodedEvent.ID, "Stable and unique: topic, partition and sequence");
        text(properties, EncodedEvent.SOURCE, "/carbonmarket/ and the writing service");
        text(properties, EncodedEvent.TYPE, "The event's type, the name of its message");
        text(properties, "ce_time", "Business time").put("format", "date-time");
        text(properties, "ce_subject", "The Kafka key again");
        text(properties, EncodedEvent.SEQUENCE, "Gapless from 1 in the topic's partition")
                .put("pattern", "^[1-9][0-9]*$");
        properties.fieldNames().forEachRemaining(headers.putArray("required")::add);
        text(properties, "traceparent", "W3C trace context, where there is one");
        trait.set("bindings", keyed());
        return trait;
    }

    /** A command's offset is its identity, so it carries its type and source alone. */
    private ObjectNode logCommand() {
        ObjectNode trait = json.createObjectNode();
        ObjectNode headers = trait.putObject("headers").put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        text(properties, EncodedEvent.TYPE, "The command's type, the name of its message");
        text(properties, EncodedEvent.SOURCE, "/carbonmarket/trading");
        properties.fieldNames().forEachRemaining(headers.putArray("required")::add);
        trait.set("bindings", keyed());
        return trait;
    }

    private ObjectNode keyed() {
        ObjectNode bindings = json.createObjectNode();
        ObjectNode kafka = bindings.putObject("kafka");
        kafka.putObject("key")
                .put("type", "string")
                .put("description", "Events of one key keep their order");
        kafka.put("bindingVersion", BINDING_VERSION);
        return bindings;
    }

    private static ObjectNode text(ObjectNode properties, String name, String description) {
        return properties.putObject(name).put("type", "string").put("description", description);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
