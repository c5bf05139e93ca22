/** The daily sheet of each product: as trades make it, as the close states it. */
@NullMarked
package org.carbonmarket.reporting.dailysheet;

import org.jspecify.annotations.NullMarked;
