/** Delivery versus payment: the state machine of each trade, and its payment in trade order. */
@NullMarked
package org.carbonmarket.settlement.deliverypayment;

import org.jspecify.annotations.NullMarked;
