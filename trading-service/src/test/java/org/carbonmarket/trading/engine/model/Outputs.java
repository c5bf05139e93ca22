package org.carbonmarket.trading.engine.model;

import static org.carbonmarket.trading.engine.model.No.DETAIL;

import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.BlockEvent.BlockOffered;
import org.carbonmarket.events.trading.BlockEvent.BlockRefused;
import org.carbonmarket.events.trading.OrderEvent;
import org.carbonmarket.events.trading.OrderEvent.CancelRejected;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.OrderEvent.OrderRejected;
import org.carbonmarket.events.trading.OrderEvent.ReplaceRejected;
import org.carbonmarket.events.trading.PositionEvent.ReleaseRejected;
import org.carbonmarket.events.trading.SupervisionEvent.RequestRefused;

/** Events made comparable. */
final class Outputs {

    private Outputs() {}

    /** The same answer to another try. */
    static OrderEvent repeated(OrderEvent answer, String command) {
        return switch (answer) {
            case OrderPlaced e ->
                    new OrderPlaced(
                            command,
                            e.order(),
                            e.account(),
                            e.day(),
                            e.product(),
                            e.side(),
                            e.price(),
                            e.quantity(),
                            e.timeInForce(),
                            e.filled(),
                            e.filledAmount(),
                            e.remaining(),
                            e.state(),
                            true,
                            e.at());
            case OrderRejected e -> rejected(e, command, true);
            case BlockOffered e ->
                    new BlockOffered(
                            command,
                            e.order(),
                            e.account(),
                            e.day(),
                            e.product(),
                            e.side(),
                            e.price(),
                            e.quantity(),
                            e.counterparty(),
                            e.inReplyTo(),
                            e.goodUntil(),
                            true,
                            e.at());
            case BlockRefused e -> refused(e, command, true);
            default -> throw new IllegalArgumentException("no first answer: " + answer);
        };
    }

    /** The event without the wording of a refusal. */
    static PublishedEvent withoutWording(PublishedEvent event) {
        return switch (event) {
            case OrderRejected e -> rejected(e, e.command(), e.repeated());
            case BlockRefused e -> refused(e, e.command(), e.repeated());
            case CancelRejected e ->
                    new CancelRejected(
                            e.command(), e.order(), e.account(), e.code(), DETAIL, e.at());
            case ReplaceRejected e ->
                    new ReplaceRejected(
                            e.command(),
                            e.order(),
                            e.account(),
                            e.code(),
                            e.field(),
                            DETAIL,
                            e.at());
            case ReleaseRejected e ->
                    new ReleaseRejected(
                            e.market(), e.command(), e.account(), e.code(), DETAIL, e.at());
            case RequestRefused e ->
                    new RequestRefused(
                            e.market(), e.command(), e.code(), e.field(), DETAIL, e.at());
            default -> event;
        };
    }

    private static OrderRejected rejected(OrderRejected e, String command, boolean repeated) {
        return new OrderRejected(
                command,
                e.order(),
                e.account(),
                e.product(),
                e.side(),
                e.price(),
                e.quantity(),
                e.code(),
                e.field(),
                DETAIL,
                repeated,
                e.at());
    }

    private static BlockRefused refused(BlockRefused e, String command, boolean repeated) {
        return new BlockRefused(
                command, e.order(), e.account(), e.code(), e.field(), DETAIL, repeated, e.at());
    }
}
