/** What participants paid in fees. */
@NullMarked
package org.carbonmarket.settlement.fees;

import org.jspecify.annotations.NullMarked;
