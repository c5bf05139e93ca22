package org.carbonmarket.trading.blocktrading;

/** Which offers a list shows. */
public enum OfferList {
    /** Those published to all that stand. */
    PUBLISHED,
    /** An account's own, whatever became of them. */
    OWN,
    /** Those made to an account alone, whatever became of them. */
    MADE_TO_ME
}
