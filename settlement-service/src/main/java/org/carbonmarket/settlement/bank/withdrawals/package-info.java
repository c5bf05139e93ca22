/** Money going out: asked for, approved, ordered from the bank, paid or given back. */
@NullMarked
package org.carbonmarket.settlement.bank.withdrawals;

import org.jspecify.annotations.NullMarked;
