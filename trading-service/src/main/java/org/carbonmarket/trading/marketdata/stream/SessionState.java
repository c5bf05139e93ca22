package org.carbonmarket.trading.marketdata.stream;

import java.time.LocalDate;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.SessionEvent;
import org.carbonmarket.events.trading.SessionEvent.PhaseEntered;
import org.carbonmarket.events.trading.SessionEvent.TradingHalted;
import org.carbonmarket.events.trading.SessionEvent.TradingResumed;
import org.jspecify.annotations.Nullable;

/**
 * Where a market's day stands.
 *
 * @param day absent before the first trading day
 * @param phase the phase of the day, whether or not the market is halted in it
 * @param halted whether the whole market is halted
 */
record SessionState(Market market, @Nullable LocalDate day, Phase phase, boolean halted) {

    static SessionState before(Market market) {
        return new SessionState(market, null, Phase.CLOSED, false);
    }

    SessionState after(SessionEvent event) {
        return switch (event) {
            case PhaseEntered entered ->
                    new SessionState(market, entered.day(), entered.phase(), halted);
            case TradingHalted halt when halt.product() == null ->
                    new SessionState(market, day, phase, true);
            case TradingResumed resumption when resumption.product() == null ->
                    new SessionState(market, day, phase, false);
            default -> this;
        };
    }
}
