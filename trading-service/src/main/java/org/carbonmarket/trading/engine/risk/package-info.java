/** The rules an order must pass before it may trade, and what trading costs. */
@NullMarked
package org.carbonmarket.trading.engine.risk;

import org.jspecify.annotations.NullMarked;
