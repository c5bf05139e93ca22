package org.carbonmarket.trading.blocktrading;

/** Where a block offer stands; all but the first are how offers end. */
public enum OfferState {
    STANDING,
    WITHDRAWN,
    DECLINED,
    CONFIRMED,
    SUPERSEDED,
    EXPIRED,
    CLOSE_OF_DAY,
    ACCOUNT_RESTRICTED,
    RECALLED
}
