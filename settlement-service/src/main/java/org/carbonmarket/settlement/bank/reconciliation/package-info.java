/** The bank's end-of-day statements against the ledger's bank account, entry by entry. */
@NullMarked
package org.carbonmarket.settlement.bank.reconciliation;

import org.jspecify.annotations.NullMarked;
