/** What a plan's formula makes of a unit's figures, in exact decimal arithmetic. */
@NullMarked
package org.carbonmarket.registry.allocation.formula;

import org.jspecify.annotations.NullMarked;
