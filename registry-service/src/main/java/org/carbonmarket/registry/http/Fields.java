package org.carbonmarket.registry.http;

import org.carbonmarket.edge.Refusal;
import org.carbonmarket.events.quantity.Tonnes;
import org.jspecify.annotations.Nullable;

/** Form checks of request fields, refused with the field's name. */
public final class Fields {

    private Fields() {}

    /** A field that must be there. */
    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new Refusal(422, "FIELD_MISSING", field, "The field " + field + " is missing.");
        }
        return value;
    }

    /** A text that must be there, of printable characters. */
    public static String requiredText(String field, @Nullable String value, int longest) {
        return text(field, required(field, value), longest);
    }

    /** A text that may be absent. */
    public static @Nullable String optionalText(String field, @Nullable String value, int longest) {
        return value == null ? null : text(field, value, longest);
    }

    private static String text(String field, String value, int longest) {
        String stripped = value.strip();
        if (stripped.isEmpty()
                || stripped.length() > longest
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(
                    422,
                    "FIELD_MALFORMED",
                    field,
                    "The field " + field + " needs 1 to " + longest + " printable characters.");
        }
        return stripped;
    }

    /** At least one tonne. */
    public static Tonnes requiredTonnes(String field, @Nullable Tonnes value) {
        Tonnes asked = required(field, value);
        if (asked.isZero()) {
            throw new Refusal(
                    422, "TONNES_NOT_POSITIVE", field, "At least one whole tonne is needed.");
        }
        return asked;
    }
}
