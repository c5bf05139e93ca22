package org.carbonmarket.events.envelope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;
import org.jspecify.annotations.Nullable;

/** Event types by name: {@code org.carbonmarket.<service>.<event-in-kebab-case>.v1}. */
public final class EventTypes {

    private static final Map<Class<?>, String> NAMES = new HashMap<>();
    private static final Map<String, Class<? extends PublishedEvent>> CLASSES = new HashMap<>();

    static {
        for (Topic topic : Topic.values()) {
            for (Class<? extends PublishedEvent> event : eventsOf(topic)) {
                String name = nameIn(topic, event);
                NAMES.put(event, name);
                if (CLASSES.put(topic.topicName() + "|" + name, event) != null) {
                    throw new IllegalStateException("two events of one name: " + name);
                }
            }
        }
    }

    private EventTypes() {}

    /** The records of a topic's family, in the order they are declared. */
    public static List<Class<? extends PublishedEvent>> eventsOf(Topic topic) {
        List<Class<? extends PublishedEvent>> events = new ArrayList<>();
        collect(topic.family(), events);
        return List.copyOf(events);
    }

    public static String nameOf(Class<? extends PublishedEvent> event) {
        String name = NAMES.get(event);
        if (name == null) {
            throw new IllegalArgumentException("not a published event: " + event.getName());
        }
        return name;
    }

    /** The record of a type on a topic, or null when this reader does not know it. */
    public static @Nullable Class<? extends PublishedEvent> classOf(Topic topic, String type) {
        return CLASSES.get(topic.topicName() + "|" + type);
    }

    private static void collect(Class<?> type, List<Class<? extends PublishedEvent>> into) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                into.add(permitted.asSubclass(PublishedEvent.class));
            } else {
                collect(permitted, into);
            }
        }
    }

    private static String nameIn(Topic topic, Class<?> event) {
        String kebab =
                event.getSimpleName()
                        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                        .toLowerCase(Locale.ROOT);
        return "org.carbonmarket." + topic.writer().label() + "." + kebab + ".v1";
    }
}
