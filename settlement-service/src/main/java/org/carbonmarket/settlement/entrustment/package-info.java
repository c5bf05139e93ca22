/** Money on its way into and out of markets. */
@NullMarked
package org.carbonmarket.settlement.entrustment;

import org.jspecify.annotations.NullMarked;
