package org.carbonmarket.trading.auction;

/** Where an auction stands. */
public enum AuctionState {
    ANNOUNCED,
    ENDED,
    CANCELLED
}
