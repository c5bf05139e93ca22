/** Verifies a copy of a ledger without the ledger: no database, no framework, no shared code. */
@NullMarked
package org.carbonmarket.ledger.offline;

import org.jspecify.annotations.NullMarked;
