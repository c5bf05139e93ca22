package org.carbonmarket.local.replay;

import java.time.Duration;
import java.util.Map;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.local.Api;
import org.carbonmarket.local.Api.Answer;
import org.carbonmarket.local.ServiceName;
import org.carbonmarket.local.Waiting;
import org.carbonmarket.local.replay.plan.Cast;
import org.carbonmarket.local.replay.plan.Schedule.Block;
import org.carbonmarket.local.replay.plan.Schedule.ProductPlan;

/** Makes a product's block trades: the seller offers to the buyer alone, who confirms. */
final class BlockDesk {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int ACCEPTED = 202;
    private static final String BLOCKS = "/markets/CN/block-offers";

    private final Api api;

    BlockDesk(Api api) {
        this.api = api;
    }

    /** Returns when every block is traded. Repeated, it changes nothing. */
    void trade(ProductPlan plan) {
        for (int i = 0; i < plan.blocks().size(); i++) {
            Block block = plan.blocks().get(i);
            String key = "%s-block-%d".formatted(plan.product(), i);
            confirm(offer(plan.product(), block, key), block, key);
        }
    }

    /** The offer's number. */
    private String offer(ProductCode product, Block block, String key) {
        String seller = Cast.account(block.seller());
        Map<String, Object> form =
                Map.of(
                        "account",
                        seller,
                        "product",
                        product.value(),
                        "side",
                        "SELL",
                        "price",
                        Price.ofFen(block.trade().price()).toString(),
                        "quantity",
                        block.trade().tonnes(),
                        "counterparty",
                        Cast.account(block.buyer()));
        Answer[] last = new Answer[1];
        Waiting.until(
                "the market answers " + key,
                PATIENCE,
                () -> {
                    last[0] = api.post(ServiceName.TRADING, seller, BLOCKS, key, form);
                    return last[0].status() != ACCEPTED;
                });
        last[0].expectDone(key);
        return last[0].text("order");
    }

    /** A confirmation whose answer was lost finds the offer taken. */
    private void confirm(String offer, Block block, String key) {
        String buyer = Cast.account(block.buyer());
        String path = BLOCKS + "/" + offer;
        Answer answer =
                api.send(
                        new Api.Call(
                                ServiceName.TRADING,
                                "POST",
                                path + "/confirmation",
                                buyer,
                                null,
                                null));
        boolean isOpen = answer.status() != ACCEPTED && !answer.code().equals("OFFER_NOT_OPEN");
        if (isOpen) {
            answer.expectDone("the confirmation of " + key);
            return;
        }
        Waiting.until(
                "block %s, %s, is confirmed".formatted(offer, key),
                PATIENCE,
                () -> api.get(ServiceName.TRADING, buyer, path).text("state").equals("CONFIRMED"));
    }
}
