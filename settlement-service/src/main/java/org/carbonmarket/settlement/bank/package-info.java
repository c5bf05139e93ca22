/** Money on its way in from and out to the settlement banks. */
@NullMarked
package org.carbonmarket.settlement.bank;

import org.jspecify.annotations.NullMarked;
