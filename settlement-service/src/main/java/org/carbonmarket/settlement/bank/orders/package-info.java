/** Payment orders as they were issued to the bank, for the bank to fetch. */
@NullMarked
package org.carbonmarket.settlement.bank.orders;

import org.jspecify.annotations.NullMarked;
