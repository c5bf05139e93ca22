/** The journal of a market and the loop that runs its engine over it, exactly once. */
@NullMarked
package org.carbonmarket.trading.marketlog;

import org.jspecify.annotations.NullMarked;
