package org.carbonmarket.registry.determination;

import org.carbonmarket.events.quantity.ProductCode;

/** What one determination found for an entity, as the entity sees it. */
record EntityResult(
        String determination,
        Stage stage,
        int year,
        ProductCode product,
        DeterminedEntity result) {}
