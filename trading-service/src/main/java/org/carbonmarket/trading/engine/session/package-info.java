/** The course of a trading day and the prices that come out of it. */
@NullMarked
package org.carbonmarket.trading.engine.session;

import org.jspecify.annotations.NullMarked;
