/** An account's statement of a day: opening, entries, fees, closing. */
@NullMarked
package org.carbonmarket.settlement.statements;

import org.jspecify.annotations.NullMarked;
