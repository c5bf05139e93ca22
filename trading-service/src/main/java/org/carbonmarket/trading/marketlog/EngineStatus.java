package org.carbonmarket.trading.marketlog;

import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.trading.engine.MarketView;

/** Reads the engine's view into a status that other threads may keep. */
final class EngineStatus {

    private EngineStatus() {}

    static MarketStatus of(
            Market market, MarketView view, boolean live, long position, long clearings) {
        return new MarketStatus(
                market, live, position, view.day(), view.phasesBegun(), view.phase(), clearings);
    }
}
