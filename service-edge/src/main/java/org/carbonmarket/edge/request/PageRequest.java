package org.carbonmarket.edge.request;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.carbonmarket.edge.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for.
 *
 * @param after the key of the last row of the page before, null for the first page
 * @param limit rows wanted, 1 to 1,000
 */
public record PageRequest(@Nullable String after, int limit) {

    private static final int DEFAULT_LIMIT = 100;
    private static final int GREATEST_LIMIT = 1_000;

    /** Reads the query parameters {@code cursor} and {@code limit}. */
    public static PageRequest of(@Nullable String cursor, @Nullable Integer limit) {
        int rows = limit == null ? DEFAULT_LIMIT : limit;
        if (rows < 1 || rows > GREATEST_LIMIT) {
            throw new Refusal(400, "LIMIT_OUT_OF_RANGE", "limit", "A page has 1 to 1000 rows.");
        }
        return new PageRequest(cursor == null ? null : keyOf(cursor), rows);
    }

    /** The key as a number; null for the first page. */
    public @Nullable Long afterNumber() {
        try {
            return after == null ? null : Long.valueOf(after);
        } catch (NumberFormatException foreign) {
            throw malformed();
        }
    }

    static String cursorAfter(String key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String keyOf(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException foreign) {
            throw malformed();
        }
    }

    private static Refusal malformed() {
        return new Refusal(
                400, "CURSOR_MALFORMED", "cursor", "The cursor is not one this list gave out.");
    }
}
