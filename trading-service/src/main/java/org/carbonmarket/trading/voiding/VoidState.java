package org.carbonmarket.trading.voiding;

/** Where a proposal to void a trade stands. */
public enum VoidState {
    PROPOSED,
    /** Approved, and the market voided the trade. */
    VOIDED,
    /** Approved, and the market refused. */
    REFUSED,
    /** The second operator said no. */
    REJECTED
}
