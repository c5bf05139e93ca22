package org.carbonmarket.registry.determination;

import java.util.Collection;
import java.util.Map;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Tonnes;

/**
 * What another feature takes off a year's final allocation, such as an earlier year's shortfall.
 */
public interface AllocationDeduction {

    /**
     * The deductions from these entities' allocation of a year; entities without one are absent.
     * Asked again for the same year, it answers the same, whatever was allocated in between.
     */
    Map<AccountId, Tonnes> deductionsOf(Collection<AccountId> accounts, int year);
}
