/** What the public sees: session, products, quotes, trades. */
@NullMarked
package org.carbonmarket.trading.marketdata;

import org.jspecify.annotations.NullMarked;
