package org.carbonmarket.trading.answers;

import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.BidEvent.BidEnded;
import org.carbonmarket.events.trading.BidEvent.BidPlaced;
import org.carbonmarket.events.trading.BidEvent.BidRefused;
import org.carbonmarket.events.trading.BlockEvent.BlockConfirmed;
import org.carbonmarket.events.trading.BlockEvent.BlockEnded;
import org.carbonmarket.events.trading.BlockEvent.BlockOffered;
import org.carbonmarket.events.trading.BlockEvent.BlockRefused;
import org.carbonmarket.events.trading.OrderEvent.AllOrdersCancelled;
import org.carbonmarket.events.trading.OrderEvent.CancelRejected;
import org.carbonmarket.events.trading.OrderEvent.OrderCancelled;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.OrderEvent.OrderRejected;
import org.carbonmarket.events.trading.OrderEvent.OrderReplaced;
import org.carbonmarket.events.trading.OrderEvent.ReplaceRejected;
import org.carbonmarket.events.trading.PositionEvent.AllowancesReleased;
import org.carbonmarket.events.trading.PositionEvent.FundsReleased;
import org.carbonmarket.events.trading.PositionEvent.ReleaseRejected;
import org.carbonmarket.events.trading.SupervisionEvent.RequestDone;
import org.carbonmarket.events.trading.SupervisionEvent.RequestRefused;
import org.jspecify.annotations.Nullable;

/** Which request an event answers. */
final class AnsweredCommand {

    private AnsweredCommand() {}

    /** The request's command, or null when the event answers nobody. */
    static @Nullable String of(PublishedEvent event) {
        return switch (event) {
            case OrderPlaced placed -> placed.command();
            case OrderRejected rejected -> rejected.command();
            case OrderCancelled cancelled -> cancelled.command();
            case CancelRejected rejected -> rejected.command();
            case AllowancesReleased released -> released.command();
            case FundsReleased released -> released.command();
            case ReleaseRejected rejected -> rejected.command();
            case OrderReplaced replaced -> replaced.command();
            case ReplaceRejected rejected -> rejected.command();
            case AllOrdersCancelled cancelled -> cancelled.command();
            case BlockOffered offered -> offered.command();
            case BlockRefused refused -> refused.command();
            case BlockConfirmed confirmed -> confirmed.command();
            case BlockEnded ended -> ended.command();
            case BidPlaced placed -> placed.command();
            case BidRefused refused -> refused.command();
            case BidEnded ended -> ended.command();
            case RequestDone done -> done.command();
            case RequestRefused refused -> refused.command();
            default -> null;
        };
    }
}
