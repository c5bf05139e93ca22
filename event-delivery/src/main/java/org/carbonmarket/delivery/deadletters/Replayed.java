package org.carbonmarket.delivery.deadletters;

/**
 * What a replay achieved.
 *
 * @param handedOver messages that took effect now
 * @param waiting messages that still wait
 */
public record Replayed(long handedOver, long waiting) {}
