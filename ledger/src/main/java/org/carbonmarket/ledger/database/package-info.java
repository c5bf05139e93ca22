/** SQL in bulk: statements over arrays, inside the caller's transaction. */
@NullMarked
package org.carbonmarket.ledger.database;

import org.jspecify.annotations.NullMarked;
