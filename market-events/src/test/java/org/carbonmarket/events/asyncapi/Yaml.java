package org.carbonmarket.events.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Writes a tree as block YAML; every text is quoted as in JSON, which YAML reads alike. */
final class Yaml {

    private final StringBuilder text = new StringBuilder();

    private Yaml() {}

    static String of(JsonNode tree) {
        Yaml yaml = new Yaml();
        yaml.fields(tree, "");
        return yaml.text.toString();
    }

    private void fields(JsonNode object, String indent) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            text.append(indent).append(name(field.getKey())).append(':');
            value(field.getValue(), indent);
        }
    }

    private void value(JsonNode value, String indent) {
        if (value.isValueNode() || value.isEmpty()) {
            text.append(' ').append(value).append('\n');
        } else if (value.isObject()) {
            text.append('\n');
            fields(value, indent + "  ");
        } else {
            text.append('\n');
            for (JsonNode item : value) {
                item(item, indent + "  ");
            }
        }
    }

    private void item(JsonNode item, String indent) {
        text.append(indent).append('-');
        if (item.isValueNode()) {
            text.append(' ').append(item).append('\n');
        } else {
            int start = text.length();
            fields(item, indent + "  ");
            // The first field stands on the dash's line.
            text.replace(start, start + indent.length() + 2, " ");
        }
    }

    private static String name(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_.-]*") ? name : '"' + name + '"';
    }
}
