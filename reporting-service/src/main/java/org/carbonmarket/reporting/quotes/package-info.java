/** The newest quote of each product. */
@NullMarked
package org.carbonmarket.reporting.quotes;

import org.jspecify.annotations.NullMarked;
