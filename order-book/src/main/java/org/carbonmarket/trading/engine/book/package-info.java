/** A plain price-time limit order book over primitives: no money, sessions, clock or log. */
@NullMarked
package org.carbonmarket.trading.engine.book;

import org.jspecify.annotations.NullMarked;
