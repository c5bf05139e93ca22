/**
 * The commands on the market log: every input of a market in one total order. Internal to trading.
 */
@NullMarked
package org.carbonmarket.events.marketlog;

import org.jspecify.annotations.NullMarked;
