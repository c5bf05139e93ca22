/** The rules of the funds ledger: double entry, balances never below zero, a hash chain. */
@NullMarked
package org.carbonmarket.settlement.funds;

import org.jspecify.annotations.NullMarked;
