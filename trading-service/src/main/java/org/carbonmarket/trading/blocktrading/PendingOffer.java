package org.carbonmarket.trading.blocktrading;

import org.carbonmarket.events.quantity.OrderId;

/**
 * The request stands on the market's log; its answer did not come in time.
 *
 * @param url where the offer is read once the market has answered; an offer that the market refused
 *     never shows there
 */
public record PendingOffer(OrderId offer, String url) {}
