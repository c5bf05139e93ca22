package org.carbonmarket.registry.deliveries;

/**
 * Settlement says something of a delivery that cannot be: paid without a lock, or another quantity.
 * Nothing is changed and the channel stops, since any guess would move somebody's title.
 */
final class DeliveryContradiction extends RuntimeException {

    private static final long serialVersionUID = 1;

    DeliveryContradiction(String message) {
        super(message);
    }
}
