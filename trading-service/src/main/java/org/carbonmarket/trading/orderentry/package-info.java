/** Order entry over REST: checks the form, appends, waits for the market's answer. */
@NullMarked
package org.carbonmarket.trading.orderentry;

import org.jspecify.annotations.NullMarked;
