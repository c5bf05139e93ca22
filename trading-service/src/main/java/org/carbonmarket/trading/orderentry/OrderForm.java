package org.carbonmarket.trading.orderentry;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is sent. Every field is checked by {@link OrderFields}.
 *
 * @param price yuan per tonne, a decimal string on the tick of 0.01
 * @param quantity whole tonnes
 * @param timeInForce {@code DAY} when absent
 * @param listing a resting order to take, at the best price of the other side; absent for time
 *     order
 */
@Schema(requiredProperties = {"account", "product", "side", "price", "quantity"})
public record OrderForm(
        @Nullable String account,
        @Nullable String product,
        @Nullable String side,
        @Nullable String price,
        @Nullable Long quantity,
        @Nullable String timeInForce,
        @Nullable String listing) {}
