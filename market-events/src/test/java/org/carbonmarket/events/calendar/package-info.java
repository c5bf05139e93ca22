@NullMarked
package org.carbonmarket.events.calendar;

import org.jspecify.annotations.NullMarked;
