/** The phases of a trading day. */
@NullMarked
package org.carbonmarket.trading.calendar;

import org.jspecify.annotations.NullMarked;
