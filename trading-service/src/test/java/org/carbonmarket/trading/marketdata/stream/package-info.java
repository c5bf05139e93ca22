@NullMarked
package org.carbonmarket.trading.marketdata.stream;

import org.jspecify.annotations.NullMarked;
