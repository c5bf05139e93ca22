/** Tests of dailysheet. */
@NullMarked
package org.carbonmarket.reporting.dailysheet;

import org.jspecify.annotations.NullMarked;
