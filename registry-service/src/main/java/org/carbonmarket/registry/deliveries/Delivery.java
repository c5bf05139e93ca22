package org.carbonmarket.registry.deliveries;

import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.registry.holdings.Holding;
import org.jspecify.annotations.Nullable;

/**
 * The delivery of one trade.
 *
 * @param cause the stable code of a rejection
 */
record Delivery(
        TradeId trade,
        AccountId seller,
        AccountId buyer,
        ProductCode product,
        Tonnes tonnes,
        DeliveryState state,
        @Nullable String cause) {

    Holding from() {
        return new Holding(seller, product);
    }

    Holding to() {
        return new Holding(buyer, product);
    }

    Delivery in(DeliveryState next) {
        return new Delivery(trade, seller, buyer, product, tonnes, next, null);
    }

    Delivery rejectedFor(String code) {
        return new Delivery(trade, seller, buyer, product, tonnes, DeliveryState.REJECTED, code);
    }

    boolean isBetween(AccountId otherSeller, AccountId otherBuyer) {
        return seller.equals(otherSeller) && buyer.equals(otherBuyer);
    }

    boolean isOf(ProductCode otherProduct, Tonnes otherTonnes) {
        return product.equals(otherProduct) && tonnes.equals(otherTonnes);
    }
}
