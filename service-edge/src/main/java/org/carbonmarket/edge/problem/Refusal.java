package org.carbonmarket.edge.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that is refused: a 4xx answer with a stable code and a sentence for the caller. Thrown
 * before any effect, or inside a transaction that it rolls back: a refusal never changes state.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final @Nullable String field;
    private final String detail;
    private final transient Map<String, Object> extensions;

    public Refusal(int status, String code, @Nullable String field, String detail) {
        this(status, code, field, detail, Map.of());
    }

    /**
     * @param status an HTTP status from 400 to 503
     * @param code stable and in capitals, such as {@code HOLDING_SHORT}
     * @param field the request's field at fault, null when none is
     * @param detail one sentence that says what is wrong and what would be right
     * @param extensions further members of the problem, such as the list of bad lines of a file
     */
    public Refusal(
            int status,
            String code,
            @Nullable String field,
            String detail,
            Map<String, Object> extensions) {
        super(code + ": " + detail, null, false, false);
        this.status = status;
        this.code = code;
        this.field = field;
        this.detail = detail;
        this.extensions = extensions;
    }

    /** The thing named does not exist, or the caller may not know that it does. */
    public static Refusal notFound(String code, String detail) {
        return new Refusal(404, code, null, detail);
    }

    /** The request contradicts the present state. */
    public static Refusal conflict(String code, String detail) {
        return new Refusal(409, code, null, detail);
    }

    /** The request can be read but not be done. */
    public static Refusal unprocessable(String code, @Nullable String field, String detail) {
        return new Refusal(422, code, field, detail);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public @Nullable String field() {
        return field;
    }

    public String detail() {
        return detail;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }
}
