package org.carbonmarket.registry.holdings;

/**
 * Why a posting was not made: a bucket holds less than it asks.
 *
 * @param held tonnes in the bucket
 * @param asked tonnes to be taken from it
 */
public record Shortage(Holding holding, Bucket bucket, long held, long asked) {}
