package org.carbonmarket.trading.engine;

import java.util.Objects;
import org.carbonmarket.events.trading.BidEvent;
import org.carbonmarket.events.trading.BidEvent.BidPlaced;
import org.carbonmarket.events.trading.BidEvent.BidRefused;
import org.carbonmarket.events.trading.BlockEvent;
import org.carbonmarket.events.trading.BlockEvent.BlockOffered;
import org.carbonmarket.events.trading.BlockEvent.BlockRefused;
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

    boolean isFor(@Nullable String bodyDigest) {
        return Objects.equals(digest, bodyDigest);
    }

    /** Whether it answers a listed order. */
    boolean isToOrder() {
        return event instanceof OrderPlaced || event instanceof OrderRejected;
    }

    /** Whether it answers a bid. */
    boolean isToBid() {
        return event instanceof BidEvent;
    }

    /** Whether it answers a block offer. */
    boolean isToBlock() {
        return event instanceof BlockEvent;
    }

    /** The same answer to another try. */
    OrderEvent repeatedFor(String command) {
        return switch (event) {
            case OrderPlaced first -> repeat(first, command);
            case OrderRejected first -> repeat(first, command);
            case BlockOffered first -> repeat(first, command);
            case BlockRefused first -> repeat(first, command);
            case BidPlaced first -> repeat(first, command);
            case BidRefused first -> repeat(first, command);
            default -> throw new IllegalStateException("no answer to an order: " + event);
        };
    }

    private static BidPlaced repeat(BidPlaced first, String command) {
        return new BidPlaced(
                command,
                first.order(),
                first.account(),
                first.auction(),
                first.reserved(),
                true,
                first.at());
    }

    private static BidRefused repeat(BidRefused first, String command) {
        return new BidRefused(
                command,
                first.order(),
                first.account(),
                first.auction(),
                first.code(),
                first.field(),
                first.detail(),
                true,
                first.at());
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

    private static BlockOffered repeat(BlockOffered first, String command) {
        return new BlockOffered(
                command,
                first.order(),
                first.account(),
                first.day(),
                first.product(),
                first.side(),
                first.price(),
                first.quantity(),
                first.counterparty(),
                first.inReplyTo(),
                first.goodUntil(),
                true,
                first.at());
    }

    private static BlockRefused repeat(BlockRefused first, String command) {
        return new BlockRefused(
                command,
                first.order(),
                first.account(),
                first.code(),
                first.field(),
                first.detail(),
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
