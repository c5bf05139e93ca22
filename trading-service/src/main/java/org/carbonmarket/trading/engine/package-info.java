/**
 * The deterministic engine of one market: commands of the market log in, events out. No clock, no
 * I/O.
 */
@NullMarked
package org.carbonmarket.trading.engine;

import org.jspecify.annotations.NullMarked;
