/** Events settlement publishes. */
@NullMarked
package org.carbonmarket.events.settlement;

import org.jspecify.annotations.NullMarked;
