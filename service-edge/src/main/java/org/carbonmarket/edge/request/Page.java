package org.carbonmarket.edge.request;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items at most as many as were asked for
 * @param next the cursor of the page after this one, absent on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from what was read.
     *
     * @param read one row more than fits, when there is more
     * @param keyOf the key a row is sorted by
     */
    public static <R, T> Page<T> of(
            List<R> read, PageRequest request, Function<R, T> view, Function<R, String> keyOf) {
        boolean more = read.size() > request.limit();
        List<R> shown = more ? read.subList(0, request.limit()) : read;
        String next = more ? PageRequest.cursorAfter(keyOf.apply(shown.getLast())) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
