package org.carbonmarket.registry.allocation.formula;

import java.math.BigDecimal;
import org.carbonmarket.events.quantity.Tonnes;

/**
 * What a unit is due.
 *
 * @param factor all correction factors together, 1 when none applies
 * @param working the calculation as an auditor would write it down
 */
public record UnitDue(Tonnes due, BigDecimal factor, String working) {}
