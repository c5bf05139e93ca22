package org.carbonmarket.events.envelope;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;
import org.jspecify.annotations.Nullable;

/** Turns events into bytes and back. Thread-safe; build one and keep it. */
public final class EventCodec {

    private final Map<Class<?>, ObjectReader> readers = new HashMap<>();
    private final Map<Class<?>, ObjectWriter> writers = new HashMap<>();

    public EventCodec() {
        ObjectMapper mapper =
                MarketJson.mapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        for (Topic topic : Topic.values()) {
            for (Class<? extends PublishedEvent> event : EventTypes.eventsOf(topic)) {
                readers.put(event, mapper.readerFor(event));
                writers.put(event, mapper.writerFor(event));
            }
        }
    }

    /** Encodes an event for the topic of its family. */
    public EncodedEvent encode(PublishedEvent event) {
        Topic topic = Topic.of(event);
        return new EncodedEvent(
                topic,
                topic.partitionOf(event),
                event.key(),
                EventTypes.nameOf(event.getClass()),
                event.at(),
                payload(event));
    }

    /**
     * Decodes a message of a topic.
     *
     * @param type the CloudEvents type header, null when the message has none
     * @throws UndecodableEvent for an unknown type, malformed JSON, or a value no event may carry
     */
    public PublishedEvent decode(Topic topic, @Nullable String type, byte @Nullable [] payload)
            throws UndecodableEvent {
        if (type == null || payload == null) {
            throw new UndecodableEvent("the message has no ce_type header or no value");
        }
        Class<? extends PublishedEvent> event = EventTypes.classOf(topic, type);
        if (event == null) {
            throw new UndecodableEvent("unknown type on " + topic.topicName() + ": " + type);
        }
        try {
            PublishedEvent decoded = event.cast(reader(event).readValue(payload));
            if (decoded == null) {
                throw new UndecodableEvent("the value is null");
            }
            requireComplete(decoded);
            return decoded;
        } catch (IOException malformed) {
            throw new UndecodableEvent("not a valid " + type, malformed);
        }
    }

    private ObjectReader reader(Class<?> event) {
        ObjectReader reader = readers.get(event);
        if (reader == null) {
            throw new IllegalStateException("no reader for " + event);
        }
        return reader;
    }

    private byte[] payload(PublishedEvent event) {
        ObjectWriter writer = writers.get(event.getClass());
        if (writer == null) {
            throw new IllegalArgumentException("not a published event: " + event.getClass());
        }
        try {
            return writer.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot encode " + event, impossible);
        }
    }

    /** A missing field reads as null: only components marked nullable may stay so. */
    private static void requireComplete(PublishedEvent event) throws UndecodableEvent {
        for (RequiredComponents.Component component : RequiredComponents.of(event.getClass())) {
            if (component.isMissingIn(event)) {
                throw new UndecodableEvent(
                        EventTypes.nameOf(event.getClass()) + " lacks " + component.name());
            }
        }
    }

    /** Whether a component may be absent from the JSON. */
    public static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
