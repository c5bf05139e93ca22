/** Trading days and the phases of a day. */
@NullMarked
package org.carbonmarket.trading.calendar;

import org.jspecify.annotations.NullMarked;
