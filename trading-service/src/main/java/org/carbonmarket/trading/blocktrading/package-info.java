/** Block trading over REST: offers, counter-offers, what becomes of them, and who sees them. */
@NullMarked
package org.carbonmarket.trading.blocktrading;

import org.jspecify.annotations.NullMarked;
