package org.carbonmarket.events.topic;

import org.carbonmarket.events.quantity.Market;

/** An event that belongs to one market and travels on that market's partition. */
public interface MarketScoped {

    Market market();
}
