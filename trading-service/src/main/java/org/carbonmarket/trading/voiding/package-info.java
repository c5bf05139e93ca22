/** Voiding a trade for force majeure or error: asked for by one operator, approved by another. */
@NullMarked
package org.carbonmarket.trading.voiding;

import org.jspecify.annotations.NullMarked;
