package org.carbonmarket.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.local.Api;
import org.carbonmarket.local.Api.Answer;
import org.carbonmarket.local.PlatformFailure;
import org.carbonmarket.local.ServiceName;
import org.carbonmarket.local.Waiting;
import org.carbonmarket.local.replay.plan.Cast;
import org.carbonmarket.local.replay.plan.PlannedOrder;
import org.carbonmarket.local.replay.plan.Schedule.Entry;
import org.carbonmarket.local.replay.plan.Schedule.ProductPlan;

/** Enters a product's listed orders, each participant's together, in the order of the plan. */
final class ListedDesk {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int PLACED = 201;
    private static final int REFUSED = 422;

    private final Api api;

    ListedDesk(Api api) {
        this.api = api;
    }

    /** Returns when every order has been taken. Repeated, it changes nothing. */
    void trade(ProductPlan plan) {
        for (int i = 0; i < plan.listed().size(); i++) {
            enter(plan.product(), plan.listed().get(i), "%s-%d".formatted(plan.product(), i));
        }
    }

    private void enter(ProductCode product, Entry entry, String key) {
        String account = Cast.account(entry.participant());
        Map<String, Object> batch = batch(product, entry, account, key);
        Waiting.until(
                "the market answers orders " + key,
                PATIENCE,
                () ->
                        areTaken(
                                api.send(
                                        new Api.Call(
                                                ServiceName.TRADING,
                                                "POST",
                                                "/markets/CN/orders/batch",
                                                account,
                                                null,
                                                batch)),
                                key));
    }

    private static Map<String, Object> batch(
            ProductCode product, Entry entry, String account, String key) {
        List<Map<String, Object>> orders = new ArrayList<>();
        for (PlannedOrder order : entry.orders()) {
            Map<String, Object> form =
                    Map.of(
                            "account",
                            account,
                            "product",
                            product.value(),
                            "side",
                            order.side().name(),
                            "price",
                            Price.ofFen(order.price()).toString(),
                            "quantity",
                            order.tonnes());
            orders.add(Map.of("idempotencyKey", key + "-" + orders.size(), "order", form));
        }
        return Map.of("orders", orders);
    }

    /** An order whose answer is still to come is asked for again by the same key. */
    private static boolean areTaken(Answer answer, String key) {
        answer.expectDone("orders " + key);
        boolean all = true;
        for (JsonNode item : answer.body().path("answers")) {
            int status = item.path("status").asInt();
            if (status == REFUSED || status == 400 || status == 403) {
                throw new PlatformFailure("An order of %s was refused: %s".formatted(key, item));
            }
            all &= status == PLACED;
        }
        return all;
    }
}
