package org.carbonmarket.trading.orderentry;

import java.util.List;
import org.carbonmarket.edge.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Up to 1,000 orders, to be entered in this order. */
public record BatchForm(@Nullable List<@Nullable Item> orders) {

    static final int LARGEST = 1_000;

    static final String WRONG_SIZE_EXAMPLE =
            """
            {"type": "urn:carbonmarket:problem:BATCH_SIZE",
             "title": "The request cannot be read", "status": 400,
             "code": "BATCH_SIZE", "field": "orders",
             "detail": "A batch has 1 to 1000 orders.",
             "instance": "/api/v1/markets/CN/orders/batch"}\
            """;

    /** One order and its key. */
    @Schema(name = "BatchOrder")
    public record Item(@Nullable String idempotencyKey, @Nullable OrderForm order) {}

    static List<@Nullable Item> ordersOf(@Nullable BatchForm form) {
        List<@Nullable Item> orders = form == null ? null : form.orders();
        if (orders == null || orders.isEmpty() || orders.size() > LARGEST) {
            throw new Refusal(
                    400, "BATCH_SIZE", "orders", "A batch has 1 to " + LARGEST + " orders.");
        }
        return orders;
    }
}
