package org.carbonmarket.trading.engine;

import java.time.OffsetDateTime;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.trading.SupervisionEvent.RequestDone;
import org.carbonmarket.events.trading.SupervisionEvent.RequestRefused;
import org.carbonmarket.trading.engine.risk.Refusal;
import org.jspecify.annotations.Nullable;

/** Tells an operator what became of a request. */
final class OperatorAnswers {

    private final MarketState state;

    OperatorAnswers(MarketState state) {
        this.state = state;
    }

    void done(String command, OffsetDateTime at) {
        state.publisher.supervision(new RequestDone(state.market, command, null, at));
    }

    /** Done, and something came of it that bears the command's own number. */
    void made(String command, OffsetDateTime at) {
        OrderId number = new OrderId(state.market, state.position);
        state.publisher.supervision(new RequestDone(state.market, command, number, at));
    }

    void refused(String command, @Nullable Refusal refusal, OffsetDateTime at) {
        if (refusal == null) {
            throw new IllegalStateException("a request is refused for no reason");
        }
        state.publisher.supervision(
                new RequestRefused(
                        state.market,
                        command,
                        refusal.code(),
                        refusal.field(),
                        refusal.detail(),
                        at));
    }
}
