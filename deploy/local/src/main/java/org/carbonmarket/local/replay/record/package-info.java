/** A record of the market's days: reading it, and telling the lines that cannot be right. */
@NullMarked
package org.carbonmarket.local.replay.record;

import org.jspecify.annotations.NullMarked;
