package org.carbonmarket.events.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is wrong with replacing one published schema by another.
 *
 * <p>Two readers must stay right: yesterday's reader of tomorrow's messages, and tomorrow's reader
 * of the messages a topic still holds. So a change may add optional fields, and values to an
 * enumeration (readers are upgraded before the writer); it may do nothing else.
 */
final class SchemaChange {

    private static final Set<String> FREE_TEXT = Set.of("title", "description");
    private static final Set<String> WALKED = Set.of("properties", "items", "required", "enum");

    private final List<String> faults = new ArrayList<>();

    private SchemaChange() {}

    /** Sentences naming each incompatibility; empty when the change is compatible. */
    static List<String> incompatibilities(JsonNode published, JsonNode proposed) {
        SchemaChange change = new SchemaChange();
        change.compare("", published, proposed);
        return List.copyOf(change.faults);
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        compareKeywords(path, before, after);
        compareProperties(path, before, after);
        compareEnumeration(path, before, after);
        if (before.has("items") && after.has("items")) {
            compare(path + "[]", before.get("items"), after.get("items"));
        } else if (before.has("items") || after.has("items")) {
            faults.add(at(path) + " changed what its items may be");
        }
    }

    /** Type, format, pattern, bounds and every keyword this rule does not know must stay. */
    private void compareKeywords(String path, JsonNode before, JsonNode after) {
        Set<String> keywords = new HashSet<>();
        before.fieldNames().forEachRemaining(keywords::add);
        after.fieldNames().forEachRemaining(keywords::add);
        keywords.removeAll(FREE_TEXT);
        keywords.removeAll(WALKED);
        keywords.stream()
                .sorted()
                .filter(keyword -> !before.path(keyword).equals(after.path(keyword)))
                .forEach(keyword -> faults.add(at(path) + " changed its " + keyword));
    }

    private void compareProperties(String path, JsonNode before, JsonNode after) {
        Set<String> requiredBefore = strings(before.path("required"));
        Set<String> requiredAfter = strings(after.path("required"));
        for (String name : names(before)) {
            String field = path + "/" + name;
            if (!after.path("properties").has(name)) {
                faults.add(field + " was removed");
                continue;
            }
            if (requiredBefore.contains(name) != requiredAfter.contains(name)) {
                faults.add(
                        field
                                + (requiredAfter.contains(name)
                                        ? " became required"
                                        : " became optional"));
            }
            compare(field, before.get("properties").get(name), after.get("properties").get(name));
        }
        for (String name : names(after)) {
            if (!before.path("properties").has(name) && requiredAfter.contains(name)) {
                faults.add(path + "/" + name + " is new and required");
            }
        }
    }

    private void compareEnumeration(String path, JsonNode before, JsonNode after) {
        if (before.has("enum") != after.has("enum")) {
            faults.add(at(path) + " began or ceased to be an enumeration");
            return;
        }
        Set<String> lost = strings(before.path("enum"));
        lost.removeAll(strings(after.path("enum")));
        lost.stream().sorted().forEach(value -> faults.add(at(path) + " lost the value " + value));
    }

    private static List<String> names(JsonNode schema) {
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> strings(JsonNode array) {
        Set<String> strings = new HashSet<>();
        array.forEach(value -> strings.add(value.asText()));
        return strings;
    }

    private static String at(String path) {
        return path.isEmpty() ? "the event" : path;
    }
}
