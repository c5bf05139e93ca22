/** The course of the trading day by the calendar and the business clock. */
@NullMarked
package org.carbonmarket.trading.session;

import org.jspecify.annotations.NullMarked;
