package org.carbonmarket.trading.orderentry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.carbonmarket.edge.identity.Caller;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.trading.http.FormFields;
import org.carbonmarket.trading.orderentry.BatchAnswers.Item;
import org.jspecify.annotations.Nullable;

/** Enters many orders of one request; appended from one thread, they keep their order. */
@ApplicationScoped
class EnterBatch {

    private final EnterOrder orders;

    @Inject
    EnterBatch(EnterOrder orders) {
        this.orders = orders;
    }

    CompletionStage<BatchAnswers> place(
            Market market, List<BatchForm.@Nullable Item> batch, Caller caller) {
        List<CompletableFuture<Item>> answers =
                batch.stream().map(item -> place(market, item, caller)).toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
                .thenApply(all ->
                        new BatchAnswers(answers.stream().map(CompletableFuture::join).toList()));
    }

    private CompletableFuture<Item> place(
            Market market, BatchForm.@Nullable Item item, Caller caller) {
        try {
            OrderFields order = OrderFields.of(market, item == null ? null : item.order());
            caller.requireAccount(order.account());
            String key = FormFields.idempotencyKey(item == null ? null : item.idempotencyKey());
            return orders.place(order, key)
                    .thenApply(answer -> itemOf(OrderAnswers.ofOrder(market, answer)))
                    .exceptionally(EnterBatch::refused)
                    .toCompletableFuture();
        } catch (Refusal refusal) {
            return CompletableFuture.completedFuture(refused(refusal));
        }
    }

    private static Item itemOf(Response response) {
        return response.getEntity() instanceof OrderPlaced placed
                ? Item.placed(placed)
                : Item.pending((PendingOrder) response.getEntity());
    }

    private static Item refused(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        if (cause instanceof Refusal refusal) {
            return Item.refused(
                    refusal.status(), refusal.code(), refusal.field(), refusal.detail());
        }
        throw new CompletionException(cause);
    }
}
