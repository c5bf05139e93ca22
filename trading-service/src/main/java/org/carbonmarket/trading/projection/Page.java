package org.carbonmarket.trading.projection;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.carbonmarket.edge.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, newest first.
 *
 * @param asOf how far the list has come, in business time; absent when nothing is projected yet
 * @param next the cursor of the page after this one; absent on the last
 */
public record Page<T>(@Nullable OffsetDateTime asOf, List<T> items, @Nullable String next) {

    static final int DEFAULT_SIZE = 100;
    private static final int LARGEST_SIZE = 500;

    public Page {
        items = List.copyOf(items);
    }

    /** Makes a page of rows that were read one beyond its size. */
    public static <R, T> Page<T> of(
            @Nullable OffsetDateTime asOf,
            List<R> rows,
            int size,
            ToLongFunction<R> number,
            Function<R, T> view) {
        boolean hasMore = rows.size() > size;
        List<R> shown = hasMore ? rows.subList(0, size) : rows;
        String next = hasMore ? cursor(number.applyAsLong(shown.getLast())) : null;
        return new Page<>(asOf, shown.stream().map(view).toList(), next);
    }

    /** The size asked for. */
    public static int size(@Nullable Integer limit) {
        if (limit == null) {
            return DEFAULT_SIZE;
        }
        if (limit < 1 || limit > LARGEST_SIZE) {
            throw new Refusal(
                    400, "LIMIT_INVALID", "limit", "A page has 1 to " + LARGEST_SIZE + " items.");
        }
        return limit;
    }

    /** The number below which a page begins; above all numbers for the first page. */
    public static long before(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        try {
            byte[] text = Base64.getUrlDecoder().decode(cursor);
            return Long.parseLong(new String(text, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException foreign) {
            throw new Refusal(
                    400, "CURSOR_INVALID", "cursor", "Take the cursor from the page before.");
        }
    }

    private static String cursor(long number) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
    }
}
