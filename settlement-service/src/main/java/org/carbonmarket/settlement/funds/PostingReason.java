package org.carbonmarket.settlement.funds;

/** Why money moved. */
public enum PostingReason {
    DEPOSIT,
    WITHDRAWAL_REQUEST,
    WITHDRAWAL_PAYMENT,
    WITHDRAWAL_RETURN,
    ENTRUSTMENT,
    RELEASE,
    TRADE_PAYMENT,
    TRADE_REVERSAL
}
