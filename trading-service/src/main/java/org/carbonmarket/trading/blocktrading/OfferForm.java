package org.carbonmarket.trading.blocktrading;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A block offer as it is sent.
 *
 * @param price yuan per tonne, a decimal string on the tick of 0.01
 * @param quantity whole tonnes
 * @param counterparty whom alone it is made to; published to all when absent
 * @param goodUntil when it expires, with offset; at the close when absent
 */
@Schema(requiredProperties = {"account", "product", "side", "price", "quantity"})
public record OfferForm(
        @Nullable String account,
        @Nullable String product,
        @Nullable String side,
        @Nullable String price,
        @Nullable Long quantity,
        @Nullable String counterparty,
        @Nullable String goodUntil) {}
