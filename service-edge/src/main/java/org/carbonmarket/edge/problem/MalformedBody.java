package org.carbonmarket.edge.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import org.jspecify.annotations.Nullable;

/** Says in a sentence what is wrong with a JSON body, without quoting the parser's internals. */
public final class MalformedBody {

    private MalformedBody() {}

    public static Refusal refusal(JacksonException cause) {
        if (cause instanceof JsonMappingException mapping) {
            String path = Problems.pathOf(mapping);
            @Nullable String field = path.isEmpty() ? null : path;
            if (cause instanceof UnrecognizedPropertyException) {
                return new Refusal(400, "FIELD_UNKNOWN", field, "This field is not known here.");
            }
            if (isMissing(mapping)) {
                return new Refusal(400, "FIELD_MISSING", field, "This field must be given.");
            }
            if (causedBySyntax(mapping)) {
                return syntax(field);
            }
            return new Refusal(400, "FIELD_MALFORMED", field, sentence(mapping));
        }
        return syntax(null);
    }

    private static Refusal syntax(@Nullable String field) {
        return new Refusal(400, "BODY_MALFORMED", field, "The body is not well-formed JSON.");
    }

    private static boolean isMissing(JsonMappingException mapping) {
        String message = mapping.getOriginalMessage();
        return mapping instanceof InvalidNullException
                || (message != null && message.startsWith("Missing required creator property"));
    }

    private static boolean causedBySyntax(JsonMappingException mapping) {
        return mapping.getCause() instanceof StreamReadException;
    }

    private static String sentence(JsonMappingException mapping) {
        for (Throwable inner = mapping.getCause(); inner != null; inner = inner.getCause()) {
            if (inner instanceof IllegalArgumentException refused && refused.getMessage() != null) {
                return upper(refused.getMessage()) + ".";
            }
        }
        String message = mapping.getOriginalMessage();
        int reason = message == null ? -1 : message.lastIndexOf("): ");
        if (message == null || reason < 0) {
            int colon = message == null ? -1 : message.lastIndexOf(": ");
            return colon < 0 || message == null || message.contains("`")
                    ? "The value has the wrong form."
                    : upper(message.substring(colon + 2)) + ".";
        }
        return upper(message.substring(reason + 3)) + ".";
    }

    private static String upper(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
