package org.carbonmarket.trading.orderentry;

import org.carbonmarket.events.quantity.OrderId;

/**
 * The order stands on the market's log; its answer did not come in time.
 *
 * @param url where the order is read once the market has answered
 */
public record PendingOrder(OrderId order, String url) {}
