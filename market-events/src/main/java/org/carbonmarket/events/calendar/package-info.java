/** Which days the market trades on: known to the services and to whoever drives them. */
@NullMarked
package org.carbonmarket.events.calendar;

import org.jspecify.annotations.NullMarked;
