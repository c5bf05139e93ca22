package org.carbonmarket.edge.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Problem details (RFC 9457).
 *
 * @param type a URI that names the kind of problem
 * @param title the kind in a few words
 * @param status the HTTP status
 * @param code stable, for programs
 * @param field the request's field at fault
 * @param detail a sentence for people
 * @param instance the path of the request, or the reference of an internal error
 * @param extensions members of this kind alone
 */
@Schema(name = "Problem", description = "Problem details (RFC 9457)")
public record Problem(
        String type,
        String title,
        int status,
        @Schema(examples = "PRICE_OUTSIDE_LIMITS") String code,
        @Nullable String field,
        String detail,
        String instance,
        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> extensions) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "urn:carbonmarket:problem:";

    static Problem of(Refusal refusal, String instance) {
        return new Problem(
                TYPES + refusal.code(),
                titleOf(refusal.status()),
                refusal.status(),
                refusal.code(),
                refusal.field(),
                refusal.detail(),
                instance,
                refusal.extensions());
    }

    static Problem of(int status, String code, String detail, String instance) {
        return of(new Refusal(status, code, null, detail), instance);
    }

    private static String titleOf(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read";
            case 401 -> "A valid token is needed";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 406, 415 -> "Media type not supported";
            case 409 -> "Conflict with the present state";
            case 413 -> "The request is too large";
            case 422 -> "The request cannot be done";
            case 429 -> "Too many requests";
            case 503 -> "Not available right now";
            default -> status >= 500 ? "Internal error" : "Refused";
        };
    }
}
