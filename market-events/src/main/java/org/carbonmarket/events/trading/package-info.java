/** Events the market engine publishes. */
@NullMarked
package org.carbonmarket.events.trading;

import org.jspecify.annotations.NullMarked;
