@NullMarked
package org.carbonmarket.trading.marketdata.candles;

import org.jspecify.annotations.NullMarked;
