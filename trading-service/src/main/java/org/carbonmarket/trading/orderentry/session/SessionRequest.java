package org.carbonmarket.trading.orderentry.session;

import java.util.Objects;
import java.util.stream.Stream;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.trading.orderentry.OrderForm;
import org.carbonmarket.trading.orderentry.ReplacementForm;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends: one of {@code place}, {@code cancel}, {@code replace}, {@code cancelAll} and
 * {@code heartbeat}.
 *
 * @param id the client's own, at most 64 characters; its answer carries it
 * @param idempotencyKey of an order to place
 * @param cancel the order to cancel
 * @param replace the order to change, to {@code terms}
 */
record SessionRequest(
        @Nullable String id,
        @Nullable OrderForm place,
        @Nullable String idempotencyKey,
        @Nullable String cancel,
        @Nullable String replace,
        @Nullable ReplacementForm terms,
        @Nullable CancelAll cancelAll,
        @Nullable Boolean heartbeat) {

    private static final int LONGEST_ID = 64;

    /**
     * Cancel all open orders.
     *
     * @param product of this product alone; absent: of every product
     */
    record CancelAll(@Nullable String product) {}

    /**
     * @throws Refusal 400 unless it asks for exactly one thing
     */
    void requireOne() {
        if (id != null && id.length() > LONGEST_ID) {
            throw new Refusal(400, "ID_TOO_LONG", "id", "An id has at most 64 characters.");
        }
        long asked =
                Stream.of(place, cancel, replace, cancelAll, heartbeat)
                        .filter(Objects::nonNull)
                        .count();
        if (asked != 1) {
            throw new Refusal(
                    400,
                    "REQUEST_AMBIGUOUS",
                    null,
                    "Send one of place, cancel, replace, cancelAll and heartbeat.");
        }
    }
}
