package org.carbonmarket.registry.deliveries;

/** How far the delivery of a trade is. */
enum DeliveryState {
    /** The seller is short, but an earlier delivery to it is under way. */
    WAITING,
    /** The seller's allowances are in {@code delivering}. */
    LOCKED,
    /** Nothing was locked, nothing moved. */
    REJECTED,
    /** Paid, and with the buyer. */
    COMPLETED,
    /** Not paid, and back with the seller. */
    UNDONE
}
