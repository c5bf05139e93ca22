package org.carbonmarket.registry.freezes;

/** The order that ends a freeze. */
record LiftFreeze(String document) {}
