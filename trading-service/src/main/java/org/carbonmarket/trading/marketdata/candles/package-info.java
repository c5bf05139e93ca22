/** Candles of listed trades: prices, volume and amount by the minute and by the day. */
@NullMarked
package org.carbonmarket.trading.marketdata.candles;

import org.jspecify.annotations.NullMarked;
