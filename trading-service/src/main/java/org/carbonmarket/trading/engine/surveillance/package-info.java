/** What looks wrong in a market, found over its own trades and cancels. */
@NullMarked
package org.carbonmarket.trading.engine.surveillance;

import org.jspecify.annotations.NullMarked;
