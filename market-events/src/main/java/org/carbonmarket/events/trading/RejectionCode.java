package org.carbonmarket.events.trading;

/** Why the market said no. Stable: codes are added, never renamed. */
public enum RejectionCode {
    /** The account is unknown to this market, or not active. */
    ACCOUNT_NOT_ACTIVE,
    PRODUCT_UNKNOWN,
    PRODUCT_HALTED,
    /** Orders are taken in the open phases only. */
    MARKET_NOT_OPEN,
    /** Listed: 1 to 99,999 t. */
    QUANTITY_OUT_OF_RANGE,
    /** Outside previous close +-10 %. */
    PRICE_OUTSIDE_LIMITS,
    /** Sells must be covered by sellable allowances. */
    ALLOWANCES_INSUFFICIENT,
    /** Covered only by allowances bought today, which are sellable from the next trading day. */
    ALLOWANCES_BOUGHT_TODAY,
    /** Buys must be covered by free cash, fees included. */
    FUNDS_INSUFFICIENT,
    /** The money is proceeds of a sale that is not settled yet; it may buy but not leave. */
    FUNDS_UNSETTLED,
    /** The order would trade with an order of the same account. */
    SELF_TRADE,
    /** The account's position would pass its limit. */
    POSITION_LIMIT_EXCEEDED,
    /** The same idempotency key came with another body. */
    IDEMPOTENCY_KEY_REUSED,
    /** No open order of that number belongs to the account. */
    ORDER_NOT_OPEN,
    /** The listing named by a taker is not at the best price of the other side. */
    LISTING_NOT_AT_BEST_PRICE,
    /** A replacement that leaves price and quantity as they are, or less than what has traded. */
    REPLACEMENT_IMPOSSIBLE,
    /** No standing block offer of that number may be taken, countered or ended by the account. */
    OFFER_NOT_OPEN,
    /** The block's counterparty is the account itself, unknown, or not active. */
    COUNTERPARTY_NOT_ALLOWED,
    /** The time given is past, or after the close. */
    TIME_OUT_OF_RANGE,
    /** No auction of that number takes this now. */
    AUCTION_NOT_OPEN,
    /** The account was not admitted to the auction, or is its seller. */
    BIDDER_NOT_ADMITTED,
    /** No standing bid of that number belongs to the account. */
    BID_NOT_OPEN,
    /** The key does not open the auction's bids. */
    KEY_DOES_NOT_FIT,
    TRADE_UNKNOWN,
    /** The trade was voided before, or is itself a voiding, or failed. */
    TRADE_NOT_VOIDABLE,
    /** The same person proposed and approved. */
    SAME_PERSON
}
