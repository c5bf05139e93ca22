package org.carbonmarket.delivery.inbox;

/**
 * How far a consumer has come on one stream.
 *
 * @param nextOffset the first offset not yet dealt with
 * @param lastSequence the newest sequence dealt with, 0 before the first
 */
record Position(long nextOffset, long lastSequence) {

    static final Position START = new Position(0, 0);
}
