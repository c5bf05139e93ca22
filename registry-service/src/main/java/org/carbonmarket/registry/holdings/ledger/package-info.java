/** The holdings ledger kept in PostgreSQL: its one writer, its readers and its verification. */
@NullMarked
package org.carbonmarket.registry.holdings.ledger;

import org.jspecify.annotations.NullMarked;
