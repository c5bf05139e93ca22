package org.carbonmarket.registry.deliveries;

import java.util.List;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.registry.holdings.Holding;

/** Knows which holdings are about to receive. */
@FunctionalInterface
interface IncomingDeliveries {

    /** The earlier trades of the same market whose locked deliveries are on their way to it. */
    List<TradeId> lockedBefore(TradeId trade, Holding receiver);
}
