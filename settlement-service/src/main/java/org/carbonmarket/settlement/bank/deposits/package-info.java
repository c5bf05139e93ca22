/** Money coming in: what the bank says it credited, booked once per reference. */
@NullMarked
package org.carbonmarket.settlement.bank.deposits;

import org.jspecify.annotations.NullMarked;
