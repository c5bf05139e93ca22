package org.carbonmarket.trading.marketdata.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.Market;

/** Every market's feed on this replica, once it has caught up. */
@ApplicationScoped
class Feeds {

    private final Map<Market, MarketFeed> ready = new ConcurrentHashMap<>();

    void open(Map<Market, MarketFeed> feeds) {
        ready.putAll(feeds);
    }

    boolean areReady() {
        return !ready.isEmpty();
    }

    /**
     * @throws Refusal 503 while this replica reads its way to the present
     */
    MarketFeed of(Market market) {
        MarketFeed feed = ready.get(market);
        if (feed == null) {
            throw new Refusal(
                    503,
                    "MARKET_DATA_STARTING",
                    null,
                    "This replica has only just started; try again in a moment.");
        }
        return feed;
    }
}
