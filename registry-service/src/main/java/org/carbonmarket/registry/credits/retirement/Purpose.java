package org.carbonmarket.registry.credits.retirement;

/** What credits are retired for. */
public enum Purpose {
    /** Against a year's obligation. */
    OFFSET,
    /** Of free will. */
    VOLUNTARY
}
