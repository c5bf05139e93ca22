/** The clearing of trading days: settlement's totals against trading's. */
@NullMarked
package org.carbonmarket.settlement.clearing;

import org.jspecify.annotations.NullMarked;
