/** Carries facts of the registry and of settlement onto the market logs. */
@NullMarked
package org.carbonmarket.trading.bridge;

import org.jspecify.annotations.NullMarked;
