/** The funds ledger kept in PostgreSQL: its one writer, its readers and its verification. */
@NullMarked
package org.carbonmarket.settlement.funds.ledger;

import org.jspecify.annotations.NullMarked;
