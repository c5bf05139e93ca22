package org.carbonmarket.trading.answers;

import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.OrderEvent.CancelRejected;
import org.carbonmarket.events.trading.OrderEvent.OrderCancelled;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.OrderEvent.OrderRejected;
import org.carbonmarket.events.trading.PositionEvent.AllowancesReleased;
import org.carbonmarket.events.trading.PositionEvent.FundsReleased;
import org.carbonmarket.events.trading.PositionEvent.ReleaseRejected;
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
            default -> null;
        };
    }
}
