/** The door into and out of trading: entrustments of participants, returns from the markets. */
@NullMarked
package org.carbonmarket.registry.entrustment;

import org.jspecify.annotations.NullMarked;
