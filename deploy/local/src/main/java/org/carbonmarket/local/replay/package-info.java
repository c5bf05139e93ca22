/** A record of the market's days, lived through the platform's public doors. */
@NullMarked
package org.carbonmarket.local.replay;

import org.jspecify.annotations.NullMarked;
