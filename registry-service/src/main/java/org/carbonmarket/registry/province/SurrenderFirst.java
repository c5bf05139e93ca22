package org.carbonmarket.registry.province;

import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;

/**
 * What another feature takes of an entity's allowances on the provincial account before the rest is
 * released, in the transaction of the release.
 */
public interface SurrenderFirst {

    /**
     * Surrenders for the entity out of the provincial account's {@code available}.
     *
     * @param kept what the provincial account keeps for the entity
     * @return what was surrendered, at most {@code kept}
     */
    Tonnes surrender(
            AccountId entity, AccountId provincial, ProductCode product, Tonnes kept, String actor);
}
