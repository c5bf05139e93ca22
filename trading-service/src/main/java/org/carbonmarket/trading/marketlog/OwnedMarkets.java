package org.carbonmarket.trading.marketlog;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.carbonmarket.events.quantity.Market;

/** The markets whose engines run on this replica, as their last committed batch left them. */
@ApplicationScoped
public class OwnedMarkets {

    private final Map<Market, MarketStatus> markets = new ConcurrentHashMap<>();

    /** The market's status when its engine runs here and has caught up with its log. */
    public Optional<MarketStatus> live(Market market) {
        return Optional.ofNullable(markets.get(market)).filter(MarketStatus::live);
    }

    /** Every market whose engine runs here, caught up or not. */
    public Collection<MarketStatus> all() {
        return List.copyOf(markets.values());
    }

    void update(MarketStatus status) {
        markets.put(status.market(), status);
    }

    void giveUp(Market market) {
        markets.remove(market);
    }
}
