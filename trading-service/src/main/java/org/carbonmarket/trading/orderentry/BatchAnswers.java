package org.carbonmarket.trading.orderentry;

import java.util.List;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One answer per order of a batch, in the batch's order. */
public record BatchAnswers(List<Item> answers) {

    public BatchAnswers {
        answers = List.copyOf(answers);
    }

    /**
     * The answer to one order.
     *
     * @param status what the order alone would have been answered with
     * @param placed present with 201
     * @param pending present with 202
     * @param code the stable code of a refusal
     * @param field the field at fault, if one is
     * @param detail the refusal in a sentence
     */
    @Schema(name = "BatchAnswer")
    public record Item(
            int status,
            @Nullable OrderPlaced placed,
            @Nullable PendingOrder pending,
            @Nullable String code,
            @Nullable String field,
            @Nullable String detail) {

        static Item placed(OrderPlaced placed) {
            return new Item(201, placed, null, null, null, null);
        }

        static Item pending(PendingOrder pending) {
            return new Item(202, null, pending, null, null, null);
        }

        static Item refused(int status, String code, @Nullable String field, String detail) {
            return new Item(status, null, null, code, field, detail);
        }
    }
}
