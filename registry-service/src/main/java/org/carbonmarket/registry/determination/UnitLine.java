package org.carbonmarket.registry.determination;

import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.registry.allocation.formula.UnitActivity;

/**
 * One unit of a file.
 *
 * @param line the line of the file, the header being line 1
 */
record UnitLine(long line, String unit, AccountId account, UnitActivity activity) {}
