/** Sealed postings in PostgreSQL: appended in bulk, verified from the first to the last. */
@NullMarked
package org.carbonmarket.ledger.postings;

import org.jspecify.annotations.NullMarked;
