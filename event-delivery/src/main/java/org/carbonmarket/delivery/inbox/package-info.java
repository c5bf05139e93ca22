/** Events take effect exactly once: the effect and the position are one transaction. */
@NullMarked
package org.carbonmarket.delivery.inbox;

import org.jspecify.annotations.NullMarked;
