package org.carbonmarket.trading.engine.book;

/** Why a command was refused; a refused command has changed nothing. */
public enum BookRefusal {
    /** A cancel or replace names an order that does not rest: never placed, filled or cancelled. */
    UNKNOWN_ORDER,
    /** The id of a new order is that of one still resting. */
    DUPLICATE_ORDER,
    /** A price outside the band the book was made for. */
    PRICE_OUT_OF_BAND,
    /** A quantity of zero or less. */
    QUANTITY_NOT_POSITIVE,
    /** A quantity above {@link OrderBook#MAX_QUANTITY}. */
    QUANTITY_TOO_LARGE,
    /** The named listing is not at the best price the taker may trade at. */
    LISTING_NOT_AT_BEST_PRICE
}
