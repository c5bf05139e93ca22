package org.carbonmarket.registry.determination;

import java.math.BigDecimal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Tonnes;

/**
 * What a determination found for one unit.
 *
 * @param line the line of the file
 * @param emissions verified tonnes as the file has them
 * @param factor all correction factors together
 * @param working the calculation as an auditor would write it down
 */
record DeterminedUnit(
        long line,
        String unit,
        AccountId account,
        String unitClass,
        Tonnes emissions,
        BigDecimal factor,
        Tonnes due,
        String working) {}
