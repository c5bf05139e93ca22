/**
 * The public stream of a market: what happened lately in memory on every replica, what happened
 * before from the database, under one cursor.
 */
@NullMarked
package org.carbonmarket.trading.marketdata.stream;

import org.jspecify.annotations.NullMarked;
