/** The public list of trades. */
@NullMarked
package org.carbonmarket.reporting.trades;

import org.jspecify.annotations.NullMarked;
