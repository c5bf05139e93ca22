package org.carbonmarket.trading.blocktrading;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Other terms for somebody's block offer.
 *
 * @param price yuan per tonne, a decimal string on the tick of 0.01
 * @param quantity whole tonnes
 * @param goodUntil when they expire, with offset; at the close when absent
 */
@Schema(requiredProperties = {"price", "quantity"})
public record CounterForm(
        @Nullable String price, @Nullable Long quantity, @Nullable String goodUntil) {}
