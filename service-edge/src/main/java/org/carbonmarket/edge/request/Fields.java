package org.carbonmarket.edge.request;

import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Tonnes;
import org.jspecify.annotations.Nullable;

/** Form checks of request fields, refused with the field's name. */
public final class Fields {

    private Fields() {}

    /** A request's body, which a route without one would get as null. */
    public static <T> T body(@Nullable T value) {
        if (value == null) {
            throw new Refusal(400, "BODY_MISSING", null, "Send a body with this request.");
        }
        return value;
    }

    /** A query parameter that must be there. */
    public static <T> T parameter(String name, @Nullable T value) {
        if (value == null) {
            throw new Refusal(400, "PARAMETER_MISSING", name, "Give the parameter " + name + ".");
        }
        return value;
    }

    /** A text that may be absent. */
    public static @Nullable String optionalText(String field, @Nullable String value, int longest) {
        return value == null ? null : text(field, value, longest);
    }

    /** A text of printable characters, stripped of blanks around it. */
    public static String text(String field, String value, int longest) {
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
    public static Tonnes positive(String field, Tonnes value) {
        if (value.isZero()) {
            throw new Refusal(
                    422, "TONNES_NOT_POSITIVE", field, "At least one whole tonne is needed.");
        }
        return value;
    }

    /** At least one fen. */
    public static Money positive(String field, Money value) {
        if (value.isZero()) {
            throw new Refusal(422, "AMOUNT_NOT_POSITIVE", field, "At least 0.01 yuan is needed.");
        }
        return value;
    }
}
