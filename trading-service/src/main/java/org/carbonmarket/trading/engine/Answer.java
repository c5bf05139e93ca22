package org.carbonmarket.trading.engine;

import java.util.Objects;
import org.carbonmarket.events.marketlog.MarketCommand.PlaceOrder;
import org.carbonmarket.events.trading.OrderEvent;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.OrderEvent.OrderRejected;
import org.jspecify.annotations.Nullable;

/**
 * The first answer to a key.
 *
 * @param digest of the body the key first came with
 */
record Answer(@Nullable String digest, OrderEvent event) {

    boolean isFor(PlaceOrder command) {
        return Objects.equals(digest, command.bodyDigest());
    }

    /** The same answer to another try. */
    OrderEvent repeatedFor(String command) {
        return switch (event) {
            case OrderPlaced first -> repeat(first, command);
            case OrderRejected first -> repeat(first, command);
            default -> throw new IllegalStateException("no answer to an order: " + event);
        };
    }

    private static OrderPlaced repeat(OrderPlaced first, String command) {
        return new OrderPlaced(
                command,
                first.order(),
                first.account(),
                first.day(),
                first.product(),
                first.side(),
                first.price(),
                first.quantity(),
                first.timeInForce(),
                first.filled(),
                first.filledAmount(),
                first.remaining(),
                first.state(),
                true,
                first.at());
    }

    private static OrderRejected repeat(OrderRejected first, String command) {
        return new OrderRejected(
                command,
                first.order(),
                first.account(),
                first.product(),
                first.side(),
                first.price(),
                first.quantity(),
                first.code(),
                first.field(),
                first.detail(),
                true,
                first.at());
    }
}
